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
	CONSTRAINT "case_members_role_one_of" CHECK("__new_case_members"."role" in ('investigator', 'reviewer', 'senior_reviewer', 'legal_officer', 'protection_officer', 'on_call', 'interviewer'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_case_members`("id", "version", "case_id", "account_id", "role", "admitted_at", "admitted_by", "admission_reason", "expires_at", "ended_at", "ended_by", "end_reason") SELECT "id", "version", "case_id", "account_id", "role", "admitted_at", "admitted_by", "admission_reason", "expires_at", "ended_at", "ended_by", "end_reason" FROM `case_members`;--> statement-breakpoint
DROP TABLE `case_members`;--> statement-breakpoint
ALTER TABLE `__new_case_members` RENAME TO `case_members`;--> statement-breakpoint
CREATE INDEX `case_members_account_idx` ON `case_members` (`account_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_members_case_idx` ON `case_members` (`case_id`);--> statement-breakpoint
CREATE INDEX `case_members_admitted_idx` ON `case_members` (`admitted_at`,`id`);--> statement-breakpoint
-- Hand-written: case_members was made anew, and lost its triggers with the table.
CREATE TRIGGER case_members_never_deleted BEFORE DELETE ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced BEFORE INSERT ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_replaced_update BEFORE UPDATE ON case_members WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM case_members WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
