CREATE TABLE `emergency_accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`reason` text NOT NULL,
	`opened_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	`reviewed_at` integer,
	`reviewed_by` text,
	`verdict` text,
	`review_note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "emergency_accesses_verdict_one_of" CHECK("emergency_accesses"."verdict" in ('justified', 'unjustified'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `emergency_accesses_waiting_idx` ON `emergency_accesses` (`account_id`) WHERE "emergency_accesses"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX `emergency_accesses_account_idx` ON `emergency_accesses` (`account_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_case_idx` ON `emergency_accesses` (`case_id`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `emergency_accesses_opened_idx` ON `emergency_accesses` (`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `__new_case_members` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`admitted_at` integer NOT NULL,
	`admitted_by` text NOT NULL,
	`admission_reason` text,
	`expires_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_members_role_one_of" CHECK("__new_case_members"."role" in ('investigator', 'reviewer', 'senior_reviewer', 'legal_officer', 'protection_officer', 'on_call'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_case_members`("id", "version", "case_id", "account_id", "role", "admitted_at", "admitted_by", "admission_reason", "expires_at", "ended_at", "ended_by", "end_reason") SELECT "id", "version", "case_id", "account_id", "role", "admitted_at", "admitted_by", "admission_reason", "expires_at", "ended_at", "ended_by", "end_reason" FROM `case_members`;--> statement-breakpoint
DROP TABLE `case_members`;--> statement-breakpoint
ALTER TABLE `__new_case_members` RENAME TO `case_members`;--> statement-breakpoint
CREATE INDEX `case_members_account_idx` ON `case_members` (`account_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_members_case_idx` ON `case_members` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_members_admitted_idx` ON `case_members` (`admitted_at`,`id`);--> statement-breakpoint
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
	CONSTRAINT "notices_kind_one_of" CHECK("__new_notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed')),
	CONSTRAINT "notices_noun_one_of" CHECK("__new_notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at") SELECT "id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);--> statement-breakpoint
-- Hand-written: case_members was made anew, and lost its triggers with the table.
CREATE TRIGGER case_members_never_deleted BEFORE DELETE ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced BEFORE INSERT ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced_update BEFORE UPDATE ON case_members WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
-- Nothing is deleted or replaced, what was opened stays as it was said, and another human looks at it, even by direct SQL.
CREATE TRIGGER emergency_accesses_never_deleted BEFORE DELETE ON emergency_accesses BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_never_replaced BEFORE INSERT ON emergency_accesses BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM emergency_accesses WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_never_replaced_update BEFORE UPDATE ON emergency_accesses WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM emergency_accesses WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_guard_update BEFORE UPDATE ON emergency_accesses BEGIN
  SELECT CASE
    WHEN OLD.reviewed_at IS NOT NULL OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at) OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.account_id IS NOT OLD.account_id OR NEW.reason IS NOT OLD.reason OR NEW.opened_at IS NOT OLD.opened_at OR NEW.expires_at IS NOT OLD.expires_at THEN RAISE(ABORT, 'attest:emergency.reviewed')
    WHEN NEW.ended_at IS NOT NULL AND (NEW.ended_at < NEW.opened_at OR NEW.ended_at > NEW.expires_at) THEN RAISE(ABORT, 'attest:emergency.over')
    WHEN NEW.reviewed_at IS NOT NULL AND (NEW.reviewed_by IS NULL OR NEW.verdict IS NULL OR NEW.review_note IS NULL OR NEW.reviewed_at < COALESCE(NEW.ended_at, NEW.expires_at)) THEN RAISE(ABORT, 'attest:emergency.still_open')
    WHEN NEW.reviewed_by IS NOT NULL AND (EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.reviewed_by AND b.id = NEW.account_id) OR NOT EXISTS (SELECT 1 FROM accounts WHERE id = NEW.reviewed_by)) THEN RAISE(ABORT, 'attest:emergency.second_person') END;
END;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_guard_insert BEFORE INSERT ON emergency_accesses BEGIN
  SELECT CASE WHEN NEW.reviewed_at IS NOT NULL OR NEW.ended_at IS NOT NULL OR NEW.expires_at <= NEW.opened_at OR NEW.expires_at > NEW.opened_at + 1800000 THEN RAISE(ABORT, 'attest:emergency.too_long') END;
END;
