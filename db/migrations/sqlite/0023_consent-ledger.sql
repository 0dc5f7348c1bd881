CREATE TABLE `consent_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`witness_id` text NOT NULL,
	`number` integer NOT NULL,
	`recipient_class` text NOT NULL,
	`purpose` text NOT NULL,
	`country` text,
	`answer` text NOT NULL,
	`form` text NOT NULL,
	`answered_at` integer NOT NULL,
	`ends_at` integer,
	`exclusions` text NOT NULL,
	`conditions` text NOT NULL,
	`refused_elements` text NOT NULL,
	`process` text NOT NULL,
	`note` text,
	`waits_for_second` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`witness_id`) REFERENCES `witnesses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consent_answers_case_idx` ON `consent_answers` (`case_id`,`witness_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_answers_number_key` ON `consent_answers` (`witness_id`,`number`);--> statement-breakpoint
CREATE TRIGGER consent_answers_never_deleted BEFORE DELETE ON consent_answers BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER consent_answers_never_replaced BEFORE INSERT ON consent_answers BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM consent_answers WHERE rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number); END;
--> statement-breakpoint
CREATE TRIGGER consent_answers_never_replaced_update BEFORE UPDATE ON consent_answers WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.number IS NOT OLD.number BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM consent_answers WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (witness_id = NEW.witness_id AND number = NEW.number)); END;
--> statement-breakpoint
CREATE TRIGGER consent_answers_guard_update BEFORE UPDATE ON consent_answers BEGIN
  SELECT CASE
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.witness_id IS NOT OLD.witness_id OR NEW.number IS NOT OLD.number OR NEW.recipient_class IS NOT OLD.recipient_class OR NEW.purpose IS NOT OLD.purpose OR NEW.country IS NOT OLD.country OR NEW.answer IS NOT OLD.answer OR NEW.form IS NOT OLD.form OR NEW.answered_at IS NOT OLD.answered_at OR NEW.ends_at IS NOT OLD.ends_at OR NEW.exclusions IS NOT OLD.exclusions OR NEW.conditions IS NOT OLD.conditions OR NEW.refused_elements IS NOT OLD.refused_elements OR NEW.process IS NOT OLD.process OR NEW.note IS NOT OLD.note OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_by IS NOT OLD.recorded_by THEN RAISE(ABORT, 'attest:consent.answer_stands')
    WHEN OLD.waits_for_second = 0 OR NEW.waits_for_second <> 0 THEN RAISE(ABORT, 'attest:consent.does_not_wait')
    WHEN NEW.approved_at IS NULL OR NEW.approved_by IS NULL OR EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id = NEW.recorded_by) OR NOT EXISTS (SELECT 1 FROM accounts WHERE id = NEW.approved_by) THEN RAISE(ABORT, 'attest:consent.second_person')
  END;
END;
