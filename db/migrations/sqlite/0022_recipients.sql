CREATE TABLE `recipients` (
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
	`name` text NOT NULL,
	`name_ar` text,
	`recipient_class` text NOT NULL,
	`country` text,
	`agreement_from` text,
	`agreement_until` text,
	`agreement_note` text,
	`assurances` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recipients_code_key` ON `recipients` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `recipients_import_key` ON `recipients` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `recipients_case_idx` ON `recipients` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recipients_case_id_key` ON `recipients` (`case_id`,`id`);--> statement-breakpoint
ALTER TABLE `case_exports` ADD `recipient_id` text REFERENCES recipients(id);--> statement-breakpoint
ALTER TABLE `case_exports` ADD `release_purpose` text;--> statement-breakpoint
CREATE TRIGGER recipients_never_deleted BEFORE DELETE ON recipients BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER recipients_never_replaced BEFORE INSERT ON recipients BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM recipients WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM recipients WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER recipients_never_replaced_update BEFORE UPDATE ON recipients WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM recipients WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
