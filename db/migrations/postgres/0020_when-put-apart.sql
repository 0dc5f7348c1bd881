DROP INDEX "compartment_marks_case_idx";--> statement-breakpoint
ALTER TABLE "compartment_marks" ADD COLUMN "closed_at" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "compartment_marks_case_idx" ON "compartment_marks" USING btree ("case_id","closed_at","mask");--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what was proposed stays as it was, and two humans agree, even by direct SQL.
CREATE TRIGGER compartments_never_deleted BEFORE DELETE ON compartments FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER compartments_never_truncated BEFORE TRUNCATE ON compartments FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER clearances_never_deleted BEFORE DELETE ON clearances FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER clearances_never_truncated BEFORE TRUNCATE ON clearances FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION clearances_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.bit IS DISTINCT FROM OLD.bit OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at OR NEW.proposed_by IS DISTINCT FROM OLD.proposed_by OR NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN RAISE EXCEPTION 'attest:clearance.decided'; END IF;
  IF NEW.approved_by IS DISTINCT FROM OLD.approved_by AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by, NEW.account_id)) THEN RAISE EXCEPTION 'attest:clearance.second_person'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER clearances_guard_update BEFORE UPDATE ON clearances FOR EACH ROW EXECUTE FUNCTION clearances_guard_update();
--> statement-breakpoint
CREATE TRIGGER placements_never_deleted BEFORE DELETE ON placements FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER placements_never_truncated BEFORE TRUNCATE ON placements FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION placements_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.noun IS DISTINCT FROM OLD.noun OR NEW.record_id IS DISTINCT FROM OLD.record_id OR NEW."before" IS DISTINCT FROM OLD."before" OR NEW."after" IS DISTINCT FROM OLD."after" OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at OR NEW.proposed_by IS DISTINCT FROM OLD.proposed_by THEN RAISE EXCEPTION 'attest:compartment.lift_over'; END IF;
  IF NEW.approved_by IS DISTINCT FROM OLD.approved_by AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by)) THEN RAISE EXCEPTION 'attest:compartment.second_person'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER placements_guard_update BEFORE UPDATE ON placements FOR EACH ROW EXECUTE FUNCTION placements_guard_update();
--> statement-breakpoint
CREATE TRIGGER compartment_marks_never_deleted BEFORE DELETE ON compartment_marks FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER compartment_marks_never_truncated BEFORE TRUNCATE ON compartment_marks FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
