CREATE TABLE `contact_permits` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_permits_kind_one_of" CHECK("contact_permits"."kind" in ('contact', 'interview'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_permits_witness_idx` ON `contact_permits` (`witness_id`,`kind`,`expires_at`);--> statement-breakpoint
CREATE TABLE `contact_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`number` integer NOT NULL,
	`mode` text NOT NULL,
	`through` text,
	`window_from` text,
	`window_until` text,
	`reason` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_rules_mode_one_of" CHECK("contact_rules"."mode" in ('open', 'only_window', 'only_through', 'never'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_rules_number_key` ON `contact_rules` (`witness_id`,`number`);--> statement-breakpoint
CREATE TABLE `contact_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`recipient_id` text NOT NULL,
	`talked_at` integer NOT NULL,
	`consents` integer NOT NULL,
	`how_reached` text NOT NULL,
	`note` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipients`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_talks_how_reached_one_of" CHECK("contact_talks"."how_reached" in ('in_person', 'telephone', 'message', 'through_somebody'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_talks_witness_idx` ON `contact_talks` (`witness_id`,`talked_at`);--> statement-breakpoint
CREATE TRIGGER contact_talks_never_deleted BEFORE DELETE ON contact_talks BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER contact_talks_never_replaced BEFORE INSERT ON contact_talks BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_talks WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER contact_talks_never_replaced_update BEFORE UPDATE ON contact_talks WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_talks WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER contact_talks_guard_update BEFORE UPDATE ON contact_talks BEGIN SELECT RAISE(ABORT, 'attest:contact.stands'); END;
--> statement-breakpoint
CREATE TRIGGER contact_rules_never_deleted BEFORE DELETE ON contact_rules BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER contact_rules_never_replaced BEFORE INSERT ON contact_rules BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_rules WHERE rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER contact_rules_never_replaced_update BEFORE UPDATE ON contact_rules WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_rules WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER contact_rules_guard_update BEFORE UPDATE ON contact_rules BEGIN SELECT RAISE(ABORT, 'attest:contact.stands'); END;
--> statement-breakpoint
CREATE TRIGGER contact_permits_never_deleted BEFORE DELETE ON contact_permits BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER contact_permits_never_replaced BEFORE INSERT ON contact_permits BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_permits WHERE rowid = NEW.rowid OR id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER contact_permits_never_replaced_update BEFORE UPDATE ON contact_permits WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM contact_permits WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER contact_permits_guard_update BEFORE UPDATE ON contact_permits BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.kind IS NOT OLD.kind OR NEW.reason IS NOT OLD.reason OR NEW.given_at IS NOT OLD.given_at OR NEW.given_by IS NOT OLD.given_by OR NEW.expires_at IS NOT OLD.expires_at OR OLD.used_at IS NOT NULL OR NEW.used_at IS NULL OR NEW.used_by IS NULL THEN RAISE(ABORT, 'attest:contact.stands')
    WHEN NEW.used_at >= OLD.expires_at THEN RAISE(ABORT, 'attest:contact.permit_over')
  END;
END;
