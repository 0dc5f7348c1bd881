CREATE TABLE `comment_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`comment_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `comment_texts_number_key` ON `comment_texts` (`comment_id`,`number`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`author_human_id` text NOT NULL,
	`reply_to_id` text,
	`visibility` text NOT NULL,
	`body` text NOT NULL,
	`mentions` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comments_noun_one_of" CHECK("comments"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding')),
	CONSTRAINT "comments_visibility_one_of" CHECK("comments"."visibility" in ('team', 'own'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `comments_record_idx` ON `comments` (`record_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`human_id` text PRIMARY KEY NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_due_idx` ON `mails` (`due_at`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`human_id` text PRIMARY KEY NOT NULL,
	`muted` text NOT NULL,
	`email` text,
	`mail` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`human_id` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`anchor_id` text,
	`by_human_id` text,
	`once_key` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind_one_of" CHECK("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted')),
	CONSTRAINT "notices_noun_one_of" CHECK("notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);--> statement-breakpoint
CREATE TABLE `read_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`human_id` text NOT NULL,
	`record_id` text NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `read_marks_key` ON `read_marks` (`human_id`,`record_id`);--> statement-breakpoint
CREATE INDEX `read_marks_age_idx` ON `read_marks` (`seen_at`);
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted or replaced, even by direct SQL.
CREATE TRIGGER comments_never_deleted BEFORE DELETE ON comments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER comments_never_replaced BEFORE INSERT ON comments BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM comments WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER comments_never_replaced_update BEFORE UPDATE ON comments WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM comments WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_never_deleted BEFORE DELETE ON comment_texts BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_never_replaced BEFORE INSERT ON comment_texts BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM comment_texts WHERE rowid = NEW.rowid OR id = NEW.id OR (comment_id = NEW.comment_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER comment_texts_never_replaced_update BEFORE UPDATE ON comment_texts WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.comment_id IS NOT OLD.comment_id OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM comment_texts WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (comment_id = NEW.comment_id AND number = NEW.number)); END;
