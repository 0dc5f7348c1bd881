CREATE TABLE `victim_doubles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`likeness` integer NOT NULL,
	`mode` text NOT NULL,
	`status` text NOT NULL,
	`found_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`one_id`) REFERENCES `victim_list_entries`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_id`) REFERENCES `victim_list_entries`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "victim_doubles_mode_one_of" CHECK("victim_doubles"."mode" in ('folded', 'literal')),
	CONSTRAINT "victim_doubles_status_one_of" CHECK("victim_doubles"."status" in ('open', 'different'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `victim_doubles_case_idx` ON `victim_doubles` (`case_id`,`status`,`likeness`);--> statement-breakpoint
CREATE UNIQUE INDEX `victim_doubles_pair_key` ON `victim_doubles` (`one_id`,`other_id`);--> statement-breakpoint
CREATE TABLE `victim_list_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`list_id` text NOT NULL,
	`position` integer NOT NULL,
	`names` text NOT NULL,
	`marks` text NOT NULL,
	`age` integer,
	`age_band` text NOT NULL,
	`sex` text NOT NULL,
	`place` text,
	`occurred_edtf` text,
	`outcome` text,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`list_id`) REFERENCES `victim_lists`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `victim_list_entries_case_idx` ON `victim_list_entries` (`case_id`,`list_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `victim_list_entries_position_key` ON `victim_list_entries` (`list_id`,`position`);--> statement-breakpoint
CREATE UNIQUE INDEX `victim_list_entries_case_id_key` ON `victim_list_entries` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `victim_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	`retraction_reason` text,
	`import_key` text,
	`case_id` text NOT NULL,
	`source_id` text NOT NULL,
	`as_of_edtf` text,
	`as_of_sort` text NOT NULL,
	`title` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `victim_lists_code_key` ON `victim_lists` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `victim_lists_import_key` ON `victim_lists` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `victim_lists_case_idx` ON `victim_lists` (`case_id`,`as_of_sort`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `victim_lists_case_id_key` ON `victim_lists` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `victim_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`victim_id` text,
	`has_made_victim` integer NOT NULL,
	`entry_ids` text NOT NULL,
	`status` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by_human_id` text NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	`undone_at` integer,
	`undone_by_human_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`victim_id`) REFERENCES `victims`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "victim_merges_status_one_of" CHECK("victim_merges"."status" in ('waiting', 'merged', 'refused', 'undone'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `victim_merges_case_idx` ON `victim_merges` (`case_id`,`status`,`proposed_at`,`id`);--> statement-breakpoint
CREATE INDEX `victim_merges_victim_idx` ON `victim_merges` (`victim_id`);--> statement-breakpoint
CREATE TABLE `victim_name_openings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by_human_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`shown_until` integer NOT NULL,
	`session_mark` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "victim_name_openings_reason_one_of" CHECK("victim_name_openings"."reason" in ('doubles', 'correct_record', 'danger', 'court'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `victim_name_openings_case_idx` ON `victim_name_openings` (`case_id`,`opened_by`,`shown_until`);
--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, a row of a list stays as it was published, and two humans merge, even by direct SQL.
CREATE TRIGGER victim_lists_never_deleted BEFORE DELETE ON victim_lists BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victim_lists_never_replaced BEFORE INSERT ON victim_lists BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_lists WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM victim_lists WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER victim_lists_never_replaced_update BEFORE UPDATE ON victim_lists WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_lists WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_never_deleted BEFORE DELETE ON victim_list_entries BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_never_replaced BEFORE INSERT ON victim_list_entries BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_list_entries WHERE rowid = NEW.rowid OR id = NEW.id OR (list_id = NEW.list_id AND position = NEW.position); END;
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_never_replaced_update BEFORE UPDATE ON victim_list_entries WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.list_id IS NOT OLD.list_id OR NEW.position IS NOT OLD.position BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_list_entries WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (list_id = NEW.list_id AND position = NEW.position)); END;
--> statement-breakpoint
CREATE TRIGGER victim_doubles_never_deleted BEFORE DELETE ON victim_doubles BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victim_doubles_never_replaced BEFORE INSERT ON victim_doubles BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_doubles WHERE rowid = NEW.rowid OR id = NEW.id OR (one_id = NEW.one_id AND other_id = NEW.other_id); END;
--> statement-breakpoint
CREATE TRIGGER victim_doubles_never_replaced_update BEFORE UPDATE ON victim_doubles WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.one_id IS NOT OLD.one_id OR NEW.other_id IS NOT OLD.other_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_doubles WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (one_id = NEW.one_id AND other_id = NEW.other_id)); END;
--> statement-breakpoint
CREATE TRIGGER victim_merges_never_deleted BEFORE DELETE ON victim_merges BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victim_merges_never_replaced BEFORE INSERT ON victim_merges BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_merges WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER victim_merges_never_replaced_update BEFORE UPDATE ON victim_merges WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_merges WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_never_deleted BEFORE DELETE ON victim_name_openings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_never_replaced BEFORE INSERT ON victim_name_openings BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_name_openings WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_never_replaced_update BEFORE UPDATE ON victim_name_openings WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM victim_name_openings WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER victim_list_entries_guard_update BEFORE UPDATE ON victim_list_entries BEGIN SELECT RAISE(ABORT, 'attest:victim_list.rows_stay'); END;
--> statement-breakpoint
CREATE TRIGGER victim_name_openings_guard_update BEFORE UPDATE ON victim_name_openings BEGIN SELECT RAISE(ABORT, 'attest:victim_list.opening_stays'); END;
--> statement-breakpoint
CREATE TRIGGER victim_merges_guard_insert BEFORE INSERT ON victim_merges BEGIN
  SELECT CASE
    WHEN NEW.status <> 'waiting' OR NEW.has_made_victim OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.undone_at IS NOT NULL OR NEW.undone_by_human_id IS NOT NULL THEN RAISE(ABORT, 'attest:merge.stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER victim_merges_guard_update BEFORE UPDATE ON victim_merges BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.proposed_at IS NOT OLD.proposed_at OR NEW.proposed_by_human_id IS NOT OLD.proposed_by_human_id OR NEW.entry_ids IS NOT OLD.entry_ids THEN RAISE(ABORT, 'attest:merge.stands')
    WHEN NOT (OLD.status = 'waiting' AND NEW.status IN ('merged', 'refused') OR OLD.status = 'merged' AND NEW.status = 'undone') THEN RAISE(ABORT, 'attest:merge.stands')
    WHEN NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:merge.stands')
    WHEN NEW.status = 'merged' AND NEW.decided_by_human_id = OLD.proposed_by_human_id THEN RAISE(ABORT, 'attest:merge.second_person')
    WHEN NEW.status = 'merged' AND NEW.victim_id IS NULL THEN RAISE(ABORT, 'attest:merge.stands')
    WHEN OLD.victim_id IS NOT NULL AND NEW.victim_id IS NOT OLD.victim_id THEN RAISE(ABORT, 'attest:merge.stands')
    WHEN NEW.status = 'undone' AND (NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.has_made_victim IS NOT OLD.has_made_victim OR NEW.undone_at IS NULL OR NEW.undone_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:merge.stands') END;
END;
