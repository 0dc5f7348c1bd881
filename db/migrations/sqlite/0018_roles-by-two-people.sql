CREATE TABLE `role_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`account_id` text NOT NULL,
	`account_version` integer NOT NULL,
	`role` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "role_proposals_role_one_of" CHECK("role_proposals"."role" in ('administrator', 'auditor'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `role_proposals_account_idx` ON `role_proposals` (`account_id`);--> statement-breakpoint
CREATE INDEX `role_proposals_open_idx` ON `role_proposals` (`expires_at`,`id`);--> statement-breakpoint
ALTER TABLE `account_roles` ADD `approved_by` text;--> statement-breakpoint
ALTER TABLE `account_roles` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `account_roles` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `account_roles` ADD `end_reason` text;--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what was proposed stays as it was, and two humans agree, even by direct SQL.
CREATE TRIGGER role_proposals_never_deleted BEFORE DELETE ON role_proposals BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER role_proposals_never_replaced BEFORE INSERT ON role_proposals BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM role_proposals WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER role_proposals_never_replaced_update BEFORE UPDATE ON role_proposals WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM role_proposals WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER role_proposals_guard_update BEFORE UPDATE ON role_proposals BEGIN
  SELECT CASE
    WHEN OLD.approved_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL OR NEW.account_id IS NOT OLD.account_id OR NEW.account_version IS NOT OLD.account_version OR NEW.role IS NOT OLD.role OR NEW.reason IS NOT OLD.reason OR NEW.proposed_at IS NOT OLD.proposed_at OR NEW.proposed_by IS NOT OLD.proposed_by OR NEW.expires_at IS NOT OLD.expires_at THEN RAISE(ABORT, 'attest:role.decided')
    WHEN NEW.approved_by IS NOT NULL AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by, NEW.account_id)) THEN RAISE(ABORT, 'attest:role.second_person') END;
END;
