ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_one_of";--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_emptied', 'identity_waiting', 'seeking_many'));
--> statement-breakpoint
CREATE FUNCTION identities_guard_held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.shredded_at IS NULL AND (OLD.names IS NOT NULL AND NEW.names IS NULL OR OLD.contacts IS NOT NULL AND NEW.contacts IS NULL OR OLD.relatives IS NOT NULL AND NEW.relatives IS NULL OR OLD.papers IS NOT NULL AND NEW.papers IS NULL OR OLD.likeness IS NOT NULL AND NEW.likeness IS NULL) AND EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE EXCEPTION 'attest:vault.held'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER identities_guard_held BEFORE UPDATE ON identities FOR EACH ROW EXECUTE FUNCTION identities_guard_held();
