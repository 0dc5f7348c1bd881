ALTER TABLE `findings` ADD `contradictions` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `reviewer_conflict` text;--> statement-breakpoint
ALTER TABLE `findings` ADD `second_conflict` text;--> statement-breakpoint
-- After the other guards, so that these name who is excluded first: nobody reviews who does not say that they have no
-- conflict of interest, and what was approved stays as it was.
CREATE TRIGGER findings_review_guard_insert AFTER INSERT ON findings BEGIN
  SELECT CASE
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS NOT 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS NOT 'no')) THEN RAISE(ABORT, 'attest:finding.reviewer_has_conflict') END;
END;
--> statement-breakpoint
CREATE TRIGGER findings_review_guard_update AFTER UPDATE ON findings BEGIN
  SELECT CASE
    WHEN OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.contradictions IS NOT OLD.contradictions OR NEW.reviewer_conflict IS NOT OLD.reviewer_conflict OR NEW.second_conflict IS NOT OLD.second_conflict) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND (NEW.reviewer_conflict IS NOT 'no' OR (NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS NOT 'no')) THEN RAISE(ABORT, 'attest:finding.reviewer_has_conflict') END;
END;
