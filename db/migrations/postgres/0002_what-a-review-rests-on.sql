ALTER TABLE "findings" ADD COLUMN "contradictions" jsonb;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "reviewer_conflict" text;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "second_conflict" text;--> statement-breakpoint
-- After the other guards, so that these name who is excluded first: nobody reviews who does not say that they have no
-- conflict of interest, and what was approved stays as it was.
CREATE FUNCTION findings_review_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS DISTINCT FROM 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS DISTINCT FROM 'no')) THEN RAISE EXCEPTION 'attest:finding.reviewer_has_conflict'; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER findings_review_guard_insert AFTER INSERT ON findings FOR EACH ROW EXECUTE FUNCTION findings_review_guard_insert();
--> statement-breakpoint
CREATE FUNCTION findings_review_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.contradictions IS DISTINCT FROM OLD.contradictions OR NEW.reviewer_conflict IS DISTINCT FROM OLD.reviewer_conflict OR NEW.second_conflict IS DISTINCT FROM OLD.second_conflict) THEN RAISE EXCEPTION 'attest:finding.approved_is_immutable'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS DISTINCT FROM 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS DISTINCT FROM 'no')) THEN RAISE EXCEPTION 'attest:finding.reviewer_has_conflict'; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER findings_review_guard_update AFTER UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION findings_review_guard_update();
