CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`assignee_human_id` text NOT NULL,
	`assigned_by_human_id` text NOT NULL,
	`due_on` text,
	`due_sort` text NOT NULL,
	`note` text,
	`live_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ended_at` integer,
	`ending` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_noun_one_of" CHECK("assignments"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding')),
	CONSTRAINT "assignments_ending_one_of" CHECK("assignments"."ending" in ('done', 'handed_back', 'replaced'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_live_key` ON `assignments` (`case_id`,`live_key`);--> statement-breakpoint
CREATE INDEX `assignments_record_idx` ON `assignments` (`record_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `assignments_assignee_idx` ON `assignments` (`assignee_human_id`,`due_sort`,`id`) WHERE "assignments"."ended_at" is null;
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted or replaced, even by direct SQL.
CREATE TRIGGER assignments_never_deleted BEFORE DELETE ON assignments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER assignments_never_replaced BEFORE INSERT ON assignments BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM assignments WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER assignments_never_replaced_update BEFORE UPDATE ON assignments WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM assignments WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND live_key = NEW.live_key)); END;
