CREATE TABLE `key_permits` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`what` text NOT NULL,
	`status` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by_human_id` text NOT NULL,
	`decided_at` integer,
	`decided_by_human_id` text,
	`usable_until` integer,
	`used_at` integer,
	FOREIGN KEY (`asked_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "key_permits_what_one_of" CHECK("key_permits"."what" in ('rotated', 'under_passphrase', 'under_key', 'custodians_set')),
	CONSTRAINT "key_permits_status_one_of" CHECK("key_permits"."status" in ('waiting', 'approved', 'refused', 'used'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `key_permits_status_idx` ON `key_permits` (`status`,`asked_at`,`id`);--> statement-breakpoint
CREATE TABLE `identity_demands` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`demanded_at` integer NOT NULL,
	`demanded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_demands_case_key` ON `identity_demands` (`case_id`);--> statement-breakpoint
CREATE TABLE `__new_notices` (
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
	CONSTRAINT "notices_kind_one_of" CHECK("__new_notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_waiting', 'seeking_many')),
	CONSTRAINT "notices_noun_one_of" CHECK("__new_notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at") SELECT "id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);
--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what is demanded stays so, and two humans agree, even by direct SQL.
CREATE TRIGGER identity_demands_never_deleted BEFORE DELETE ON identity_demands BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER identity_demands_never_replaced BEFORE INSERT ON identity_demands BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_demands WHERE rowid = NEW.rowid OR id = NEW.id OR case_id = NEW.case_id; END;
--> statement-breakpoint
CREATE TRIGGER identity_demands_never_replaced_update BEFORE UPDATE ON identity_demands WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM identity_demands WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR case_id = NEW.case_id); END;
--> statement-breakpoint
CREATE TRIGGER key_permits_never_deleted BEFORE DELETE ON key_permits BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER key_permits_never_replaced BEFORE INSERT ON key_permits BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM key_permits WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER key_permits_never_replaced_update BEFORE UPDATE ON key_permits WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM key_permits WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER identity_demands_guard_update BEFORE UPDATE ON identity_demands BEGIN SELECT RAISE(ABORT, 'attest:vault.second_stays'); END;
--> statement-breakpoint
CREATE TRIGGER key_permits_guard_insert BEFORE INSERT ON key_permits BEGIN
  SELECT CASE
    WHEN NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL OR NEW.used_at IS NOT NULL THEN RAISE(ABORT, 'attest:keys.permit_stands') END;
END;
--> statement-breakpoint
CREATE TRIGGER key_permits_guard_update BEFORE UPDATE ON key_permits BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.what IS NOT OLD.what OR NEW.asked_at IS NOT OLD.asked_at OR NEW.asked_by_human_id IS NOT OLD.asked_by_human_id THEN RAISE(ABORT, 'attest:keys.permit_stands')
    WHEN NOT (OLD.status = 'waiting' AND NEW.status IN ('approved', 'refused') OR OLD.status = 'approved' AND NEW.status IN ('used', 'refused')) THEN RAISE(ABORT, 'attest:keys.permit_stands')
    WHEN NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:keys.permit_stands')
    WHEN NEW.status IN ('approved', 'refused') AND NEW.used_at IS NOT NULL OR NEW.status = 'refused' AND NEW.usable_until IS NOT NULL THEN RAISE(ABORT, 'attest:keys.permit_stands')
    WHEN NEW.status = 'approved' AND NEW.decided_by_human_id = OLD.asked_by_human_id THEN RAISE(ABORT, 'attest:keys.own_request')
    WHEN NEW.status = 'approved' AND (NEW.decided_at > OLD.asked_at + 86400000 OR NEW.usable_until IS NULL OR NEW.usable_until > NEW.decided_at + 86400000) THEN RAISE(ABORT, 'attest:keys.permit_over')
    WHEN NEW.status = 'used' AND (NEW.decided_at IS NOT OLD.decided_at OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.usable_until IS NOT OLD.usable_until OR NEW.used_at IS NULL) THEN RAISE(ABORT, 'attest:keys.permit_stands')
    WHEN NEW.status = 'used' AND NEW.used_at > OLD.usable_until THEN RAISE(ABORT, 'attest:keys.permit_over') END;
END;
--> statement-breakpoint
-- Also the case can demand a second person.
DROP TRIGGER reveals_guard_insert;
--> statement-breakpoint
CREATE TRIGGER reveals_guard_insert BEFORE INSERT ON reveals BEGIN
  SELECT CASE
    WHEN NEW.status NOT IN ('waiting', 'opened') OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.shredded')
    WHEN NEW.status = 'waiting' AND (NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL OR NEW.session_mark IS NOT NULL) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'opened' AND (NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE(ABORT, 'attest:vault.stands')
    WHEN NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.demands_second) THEN RAISE(ABORT, 'attest:vault.second_needed')
    WHEN NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identity_demands d WHERE d.case_id = NEW.case_id) THEN RAISE(ABORT, 'attest:vault.second_needed') END;
END;
