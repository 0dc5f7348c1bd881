-- Hand-written: triggers are invisible to the generator. They hold even for direct SQL: the audit log is append-only,
-- nothing evidential is deleted, a submitted text and an approved finding never change, and four eyes are two humans.
-- A table rebuild drops its triggers: a test looks for each of them after all migrations.
CREATE TRIGGER audit_events_append_only_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_append_only_update BEFORE UPDATE ON audit_details BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_replaced BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_never_replaced BEFORE INSERT ON audit_details WHEN EXISTS (SELECT 1 FROM audit_details WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER account_roles_never_deleted BEFORE DELETE ON account_roles BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_never_deleted BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_members_never_deleted BEFORE DELETE ON case_members BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER humans_never_deleted BEFORE DELETE ON humans BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER actors_never_deleted BEFORE DELETE ON actors BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER cases_never_deleted BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER allegations_never_deleted BEFORE DELETE ON allegations BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER dependencies_never_deleted BEFORE DELETE ON dependencies BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_deleted BEFORE DELETE ON evidence_links BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER findings_never_deleted BEFORE DELETE ON findings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER statements_never_deleted BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER case_exports_never_deleted BEFORE DELETE ON case_exports BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER figures_never_deleted BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER media_items_never_deleted BEFORE DELETE ON media_items BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER incidents_never_deleted BEFORE DELETE ON incidents BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER victims_never_deleted BEFORE DELETE ON victims BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER links_never_deleted BEFORE DELETE ON links BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_details_never_deleted BEFORE DELETE ON audit_details BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_never_deleted BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'attest:audit.append_only'); END;
--> statement-breakpoint
CREATE TRIGGER places_never_deleted BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER proceedings_never_deleted BEFORE DELETE ON proceedings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_deleted BEFORE DELETE ON timeline_notes BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER source_grades_never_deleted BEFORE DELETE ON source_grades BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER sources_never_deleted BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER witnesses_never_deleted BEFORE DELETE ON witnesses BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER attachments_never_deleted BEFORE DELETE ON attachments BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimonies_never_deleted BEFORE DELETE ON testimonies BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_deleted BEFORE DELETE ON testimony_people BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_deleted BEFORE DELETE ON testimony_versions BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_insert BEFORE INSERT ON testimony_versions BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM testimony_versions v WHERE v.id = NEW.id OR (v.testimony_id = NEW.testimony_id AND v.number = NEW.number)) THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN NEW.stage <> 'draft' OR NEW.decided_by_human_id IS NOT NULL THEN RAISE(ABORT, 'attest:testimony.stage_only_forward') END;
END;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_update BEFORE UPDATE ON testimony_versions BEGIN
  SELECT CASE
    WHEN NEW.decided_by_human_id = NEW.author_human_id OR EXISTS (SELECT 1 FROM testimony_writers w WHERE w.testimony_id = NEW.testimony_id AND w.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:testimony.decider_is_author')
    WHEN EXISTS (SELECT 1 FROM testimony_people p WHERE p.testimony_id = NEW.testimony_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE(ABORT, 'attest:testimony.decider_took_part')
    WHEN NEW.stage IN ('accepted', 'returned') AND NEW.decided_by_human_id IS NULL THEN RAISE(ABORT, 'attest:testimony.no_decider')
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:testimony.author_is_fixed')
    WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.number IS NOT OLD.number OR NEW.amendment_reason IS NOT OLD.amendment_reason OR NEW.author_account_id IS NOT OLD.author_account_id OR NEW.created_at IS NOT OLD.created_at THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage <> 'draft' AND (NEW.paragraphs IS NOT OLD.paragraphs OR NEW.facts IS NOT OLD.facts OR NEW.text_basis IS NOT OLD.text_basis OR NEW.original_language IS NOT OLD.original_language OR NEW.translation_language IS NOT OLD.translation_language OR NEW.translator IS NOT OLD.translator OR NEW.submitted_at IS NOT OLD.submitted_at) THEN RAISE(ABORT, 'attest:testimony.version_is_immutable')
    WHEN OLD.stage IN ('accepted', 'returned') AND (NEW.stage IS NOT OLD.stage OR NEW.decided_by_human_id IS NOT OLD.decided_by_human_id OR NEW.decided_at IS NOT OLD.decided_at OR NEW.comment IS NOT OLD.comment) THEN RAISE(ABORT, 'attest:testimony.decision_is_final')
    WHEN NEW.stage <> OLD.stage AND NOT ((OLD.stage = 'draft' AND NEW.stage = 'submitted') OR (OLD.stage = 'submitted' AND NEW.stage IN ('accepted', 'returned'))) THEN RAISE(ABORT, 'attest:testimony.stage_only_forward') END;
END;
--> statement-breakpoint
CREATE TRIGGER testimony_people_guard_update BEFORE UPDATE ON testimony_people WHEN NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.testimony_id IS NOT OLD.testimony_id OR NEW.role IS NOT OLD.role OR NEW.human_id IS NOT OLD.human_id OR NEW.description IS NOT OLD.description BEGIN SELECT RAISE(ABORT, 'attest:testimony.people_are_fixed'); END;
--> statement-breakpoint
CREATE TRIGGER findings_guard_insert BEFORE INSERT ON findings BEGIN
  SELECT CASE
    WHEN NEW.reviewer_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.reviewer_human_id THEN RAISE(ABORT, 'attest:finding.second_is_first')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.reviewer_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND e.author_human_id = NEW.reviewer_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NOT NULL AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.second_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NOT NULL AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND e.author_human_id = NEW.second_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE(ABORT, 'attest:finding.resolver_is_approver')
    WHEN NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_reviewer')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.needs_second = 1 AND NEW.second_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_second')
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE(ABORT, 'attest:finding.above_ceiling') END;
END;
--> statement-breakpoint
CREATE TRIGGER findings_guard_update BEFORE UPDATE ON findings BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id THEN RAISE(ABORT, 'attest:finding.author_is_fixed')
    WHEN OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.determination IS NOT OLD.determination OR NEW.reasoning IS NOT OLD.reasoning OR NEW.standard IS NOT OLD.standard OR NEW.reviewer_human_id IS NOT OLD.reviewer_human_id OR NEW.second_human_id IS NOT OLD.second_human_id OR NEW.number IS NOT OLD.number OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet OR NEW.conclusion IS NOT OLD.conclusion OR NEW.contrary_search IS NOT OLD.contrary_search OR NEW.contrary_search_on IS NOT OLD.contrary_search_on OR NEW.contrary_search_result IS NOT OLD.contrary_search_result OR NEW.ceiling IS NOT OLD.ceiling OR NEW.contested IS NOT OLD.contested OR NEW.refuted_proposed IS NOT OLD.refuted_proposed OR NEW.witness_set IS NOT OLD.witness_set OR NEW.inputs_hash IS NOT OLD.inputs_hash OR NEW.algorithm_version IS NOT OLD.algorithm_version OR NEW.codebook_version IS NOT OLD.codebook_version OR NEW.needs_second IS NOT OLD.needs_second OR NEW.reviewed_at IS NOT OLD.reviewed_at OR NEW.approved_at IS NOT OLD.approved_at) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN (OLD.status = 'approved' AND NEW.status NOT IN ('approved', 'contested', 'superseded')) OR (OLD.status = 'contested' AND NEW.status NOT IN ('contested', 'withdrawn', 'superseded')) OR (OLD.status = 'refuted' AND NEW.status NOT IN ('refuted', 'superseded')) OR (OLD.status IN ('withdrawn', 'superseded') AND NEW.status <> OLD.status) THEN RAISE(ABORT, 'attest:finding.approved_is_immutable')
    WHEN NEW.reviewer_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:finding.reviewer_is_author')
    WHEN NEW.second_human_id = NEW.reviewer_human_id THEN RAISE(ABORT, 'attest:finding.second_is_first')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.reviewer_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND e.author_human_id = NEW.reviewer_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NOT NULL AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.second_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_took_part')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NOT NULL AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND e.author_human_id = NEW.second_human_id) THEN RAISE(ABORT, 'attest:finding.reviewer_linked_evidence')
    WHEN NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE(ABORT, 'attest:finding.resolver_is_approver')
    WHEN NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_reviewer')
    WHEN NEW.status IN ('approved', 'refuted') AND NEW.needs_second = 1 AND NEW.second_human_id IS NULL THEN RAISE(ABORT, 'attest:finding.no_second')
    WHEN NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE(ABORT, 'attest:finding.above_ceiling') END;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_insert BEFORE INSERT ON evidence_links BEGIN
  SELECT CASE
    WHEN NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:evidence.resolver_is_author')
    WHEN EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_testimony')
    WHEN (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:evidence.no_resolver') END;
END;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_update BEFORE UPDATE ON evidence_links BEGIN
  SELECT CASE
    WHEN NEW.author_human_id IS NOT OLD.author_human_id OR NEW.statement_id IS NOT OLD.statement_id OR NEW.allegation_id IS NOT OLD.allegation_id OR NEW.facet IS NOT OLD.facet THEN RAISE(ABORT, 'attest:evidence.link_is_fixed')
    WHEN NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE(ABORT, 'attest:evidence.resolver_is_author')
    WHEN EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE(ABORT, 'attest:evidence.resolver_wrote_testimony')
    WHEN (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE(ABORT, 'attest:evidence.no_resolver') END;
END;
