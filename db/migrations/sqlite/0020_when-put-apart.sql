DROP INDEX `compartment_marks_case_idx`;--> statement-breakpoint
ALTER TABLE `compartment_marks` ADD `closed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `compartment_marks_case_idx` ON `compartment_marks` (`case_id`,`closed_at`,`mask`);--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what was proposed stays as it was, and two humans agree, even by direct SQL.
CREATE TRIGGER compartments_never_deleted BEFORE DELETE ON compartments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER compartments_never_replaced BEFORE INSERT ON compartments BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM compartments WHERE rowid = NEW.rowid OR id = NEW.id OR bit = NEW.bit; END;
--> statement-breakpoint
CREATE TRIGGER compartments_never_replaced_update BEFORE UPDATE ON compartments WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.bit IS NOT OLD.bit BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM compartments WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR bit = NEW.bit); END;
--> statement-breakpoint
CREATE TRIGGER clearances_never_deleted BEFORE DELETE ON clearances BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER clearances_never_replaced BEFORE INSERT ON clearances BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM clearances WHERE rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key; END;
--> statement-breakpoint
CREATE TRIGGER clearances_never_replaced_update BEFORE UPDATE ON clearances WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM clearances WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER clearances_guard_update BEFORE UPDATE ON clearances BEGIN
  SELECT CASE
    WHEN NEW.case_id IS NOT OLD.case_id OR NEW.account_id IS NOT OLD.account_id OR NEW.bit IS NOT OLD.bit OR NEW.reason IS NOT OLD.reason OR NEW.proposed_at IS NOT OLD.proposed_at OR NEW.proposed_by IS NOT OLD.proposed_by OR NEW.expires_at IS NOT OLD.expires_at THEN RAISE(ABORT, 'attest:clearance.decided')
    WHEN NEW.approved_by IS NOT OLD.approved_by AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by, NEW.account_id)) THEN RAISE(ABORT, 'attest:clearance.second_person') END;
END;
--> statement-breakpoint
CREATE TRIGGER placements_never_deleted BEFORE DELETE ON placements BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER placements_never_replaced BEFORE INSERT ON placements BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM placements WHERE rowid = NEW.rowid OR id = NEW.id OR waiting_key = NEW.waiting_key; END;
--> statement-breakpoint
CREATE TRIGGER placements_never_replaced_update BEFORE UPDATE ON placements WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.waiting_key IS NOT OLD.waiting_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM placements WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR waiting_key = NEW.waiting_key); END;
--> statement-breakpoint
CREATE TRIGGER placements_guard_update BEFORE UPDATE ON placements BEGIN
  SELECT CASE
    WHEN NEW.case_id IS NOT OLD.case_id OR NEW.noun IS NOT OLD.noun OR NEW.record_id IS NOT OLD.record_id OR NEW."before" IS NOT OLD."before" OR NEW."after" IS NOT OLD."after" OR NEW.reason IS NOT OLD.reason OR NEW.proposed_at IS NOT OLD.proposed_at OR NEW.proposed_by IS NOT OLD.proposed_by THEN RAISE(ABORT, 'attest:compartment.lift_over')
    WHEN NEW.approved_by IS NOT OLD.approved_by AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by)) THEN RAISE(ABORT, 'attest:compartment.second_person') END;
END;
--> statement-breakpoint
CREATE TRIGGER compartment_marks_never_deleted BEFORE DELETE ON compartment_marks BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER compartment_marks_never_replaced BEFORE INSERT ON compartment_marks BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM compartment_marks WHERE rowid = NEW.rowid OR id = NEW.id OR record_id = NEW.record_id; END;
--> statement-breakpoint
CREATE TRIGGER compartment_marks_never_replaced_update BEFORE UPDATE ON compartment_marks WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.record_id IS NOT OLD.record_id BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM compartment_marks WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR record_id = NEW.record_id); END;
