-- Hand-written: triggers are invisible to the generator. They hold even for direct SQL: the audit log is append-only,
-- nothing evidential is deleted, a submitted text and an approved finding never change, and four eyes are two humans.
-- A table rebuild drops its triggers: a test looks for each of them after all migrations.
CREATE FUNCTION attest_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'attest:%', TG_ARGV[0]; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only_update BEFORE UPDATE ON audit_events FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only_truncate BEFORE TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_details_append_only_update BEFORE UPDATE ON audit_details FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_details_append_only_truncate BEFORE TRUNCATE ON audit_details FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER account_roles_never_deleted BEFORE DELETE ON account_roles FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER accounts_never_deleted BEFORE DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER case_members_never_deleted BEFORE DELETE ON case_members FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER humans_never_deleted BEFORE DELETE ON humans FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER actors_never_deleted BEFORE DELETE ON actors FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER cases_never_deleted BEFORE DELETE ON cases FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER allegations_never_deleted BEFORE DELETE ON allegations FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER dependencies_never_deleted BEFORE DELETE ON dependencies FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_deleted BEFORE DELETE ON evidence_links FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER findings_never_deleted BEFORE DELETE ON findings FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER statements_never_deleted BEFORE DELETE ON statements FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER case_exports_never_deleted BEFORE DELETE ON case_exports FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER figures_never_deleted BEFORE DELETE ON figures FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER media_items_never_deleted BEFORE DELETE ON media_items FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER incidents_never_deleted BEFORE DELETE ON incidents FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victims_never_deleted BEFORE DELETE ON victims FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER links_never_deleted BEFORE DELETE ON links FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER audit_details_never_deleted BEFORE DELETE ON audit_details FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER audit_events_never_deleted BEFORE DELETE ON audit_events FOR EACH ROW EXECUTE FUNCTION attest_refuse('audit.append_only');
--> statement-breakpoint
CREATE TRIGGER places_never_deleted BEFORE DELETE ON places FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER proceedings_never_deleted BEFORE DELETE ON proceedings FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_deleted BEFORE DELETE ON timeline_notes FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER source_grades_never_deleted BEFORE DELETE ON source_grades FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER sources_never_deleted BEFORE DELETE ON sources FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER witnesses_never_deleted BEFORE DELETE ON witnesses FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER attachments_never_deleted BEFORE DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimonies_never_deleted BEFORE DELETE ON testimonies FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_deleted BEFORE DELETE ON testimony_people FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_deleted BEFORE DELETE ON testimony_writers FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_deleted BEFORE DELETE ON testimony_versions FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
-- TRUNCATE deletes without a delete trigger, and with CASCADE takes along what points to a table.
CREATE TRIGGER account_roles_never_truncated BEFORE TRUNCATE ON account_roles FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER accounts_never_truncated BEFORE TRUNCATE ON accounts FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER case_members_never_truncated BEFORE TRUNCATE ON case_members FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER humans_never_truncated BEFORE TRUNCATE ON humans FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER actors_never_truncated BEFORE TRUNCATE ON actors FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER cases_never_truncated BEFORE TRUNCATE ON cases FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER allegations_never_truncated BEFORE TRUNCATE ON allegations FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER dependencies_never_truncated BEFORE TRUNCATE ON dependencies FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER evidence_links_never_truncated BEFORE TRUNCATE ON evidence_links FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER findings_never_truncated BEFORE TRUNCATE ON findings FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER statements_never_truncated BEFORE TRUNCATE ON statements FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER case_exports_never_truncated BEFORE TRUNCATE ON case_exports FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER figures_never_truncated BEFORE TRUNCATE ON figures FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER media_items_never_truncated BEFORE TRUNCATE ON media_items FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER incidents_never_truncated BEFORE TRUNCATE ON incidents FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER victims_never_truncated BEFORE TRUNCATE ON victims FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER links_never_truncated BEFORE TRUNCATE ON links FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER places_never_truncated BEFORE TRUNCATE ON places FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER proceedings_never_truncated BEFORE TRUNCATE ON proceedings FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER timeline_notes_never_truncated BEFORE TRUNCATE ON timeline_notes FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER source_grades_never_truncated BEFORE TRUNCATE ON source_grades FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER sources_never_truncated BEFORE TRUNCATE ON sources FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER witnesses_never_truncated BEFORE TRUNCATE ON witnesses FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER attachments_never_truncated BEFORE TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimonies_never_truncated BEFORE TRUNCATE ON testimonies FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_people_never_truncated BEFORE TRUNCATE ON testimony_people FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_truncated BEFORE TRUNCATE ON testimony_writers FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER testimony_versions_never_truncated BEFORE TRUNCATE ON testimony_versions FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION testimony_versions_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.stage <> 'draft' OR NEW.decided_by_human_id IS NOT NULL THEN RAISE EXCEPTION 'attest:testimony.stage_only_forward'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_insert BEFORE INSERT ON testimony_versions FOR EACH ROW EXECUTE FUNCTION testimony_versions_guard_insert();
--> statement-breakpoint
CREATE FUNCTION testimony_versions_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.decided_by_human_id = NEW.author_human_id OR EXISTS (SELECT 1 FROM testimony_writers w WHERE w.testimony_id = NEW.testimony_id AND w.human_id = NEW.decided_by_human_id) THEN RAISE EXCEPTION 'attest:testimony.decider_is_author'; END IF;
  IF EXISTS (SELECT 1 FROM testimony_people p WHERE p.testimony_id = NEW.testimony_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE EXCEPTION 'attest:testimony.decider_took_part'; END IF;
  IF NEW.stage IN ('accepted', 'returned') AND NEW.decided_by_human_id IS NULL THEN RAISE EXCEPTION 'attest:testimony.no_decider'; END IF;
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id THEN RAISE EXCEPTION 'attest:testimony.author_is_fixed'; END IF;
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.amendment_reason IS DISTINCT FROM OLD.amendment_reason OR NEW.author_account_id IS DISTINCT FROM OLD.author_account_id OR NEW.created_at IS DISTINCT FROM OLD.created_at THEN RAISE EXCEPTION 'attest:testimony.version_is_immutable'; END IF;
  IF OLD.stage <> 'draft' AND (NEW.paragraphs IS DISTINCT FROM OLD.paragraphs OR NEW.facts IS DISTINCT FROM OLD.facts OR NEW.text_basis IS DISTINCT FROM OLD.text_basis OR NEW.original_language IS DISTINCT FROM OLD.original_language OR NEW.translation_language IS DISTINCT FROM OLD.translation_language OR NEW.translator IS DISTINCT FROM OLD.translator OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN RAISE EXCEPTION 'attest:testimony.version_is_immutable'; END IF;
  IF OLD.stage IN ('accepted', 'returned') AND (NEW.stage IS DISTINCT FROM OLD.stage OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.comment IS DISTINCT FROM OLD.comment) THEN RAISE EXCEPTION 'attest:testimony.decision_is_final'; END IF;
  IF NEW.stage <> OLD.stage AND NOT ((OLD.stage = 'draft' AND NEW.stage = 'submitted') OR (OLD.stage = 'submitted' AND NEW.stage IN ('accepted', 'returned'))) THEN RAISE EXCEPTION 'attest:testimony.stage_only_forward'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimony_versions_guard_update BEFORE UPDATE ON testimony_versions FOR EACH ROW EXECUTE FUNCTION testimony_versions_guard_update();
--> statement-breakpoint
CREATE FUNCTION testimony_people_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.role IS DISTINCT FROM OLD.role OR NEW.human_id IS DISTINCT FROM OLD.human_id OR NEW.description IS DISTINCT FROM OLD.description THEN RAISE EXCEPTION 'attest:testimony.people_are_fixed'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER testimony_people_guard_update BEFORE UPDATE ON testimony_people FOR EACH ROW EXECUTE FUNCTION testimony_people_guard_update();
--> statement-breakpoint
CREATE TRIGGER testimony_writers_guard_update BEFORE UPDATE ON testimony_writers FOR EACH ROW EXECUTE FUNCTION attest_refuse('testimony.writers_are_fixed');
--> statement-breakpoint
CREATE FUNCTION findings_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.reviewer_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.reviewer_human_id THEN RAISE EXCEPTION 'attest:finding.second_is_first'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND p.role IN ('interviewer', 'interpreter') AND p.human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_took_part'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.author_human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_linked_evidence'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE EXCEPTION 'attest:finding.resolver_is_approver'; END IF;
  IF NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE EXCEPTION 'attest:finding.no_reviewer'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NULL AND (NEW.facet IN ('individual', 'count') OR NEW.conclusion = 'refuted' OR NEW.determination = 5 OR EXISTS (SELECT 1 FROM allegations a LEFT JOIN victims c ON c.id = a.victim_id WHERE a.id = NEW.allegation_id AND (substr(a.violation, 1, 1) IN ('C', 'G') OR a.child_concerned OR c.age_band = 'child')) OR EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimonies t ON t.id = s.testimony_id JOIN witnesses w ON w.id = t.witness_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND t.kind <> 'published_account' AND w.age_band = 'child')) THEN RAISE EXCEPTION 'attest:finding.no_second'; END IF;
  IF (NEW.status = 'approved' AND NEW.conclusion <> 'determined') OR (NEW.status = 'refuted' AND NEW.conclusion <> 'refuted') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE EXCEPTION 'attest:finding.above_ceiling'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER findings_guard_insert BEFORE INSERT ON findings FOR EACH ROW EXECUTE FUNCTION findings_guard_insert();
--> statement-breakpoint
CREATE FUNCTION findings_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id THEN RAISE EXCEPTION 'attest:finding.author_is_fixed'; END IF;
  IF NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet THEN RAISE EXCEPTION 'attest:finding.facet_is_fixed'; END IF;
  IF OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.determination IS DISTINCT FROM OLD.determination OR NEW.reasoning IS DISTINCT FROM OLD.reasoning OR NEW.standard IS DISTINCT FROM OLD.standard OR NEW.reviewer_human_id IS DISTINCT FROM OLD.reviewer_human_id OR NEW.second_human_id IS DISTINCT FROM OLD.second_human_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet OR NEW.conclusion IS DISTINCT FROM OLD.conclusion OR NEW.contrary_search IS DISTINCT FROM OLD.contrary_search OR NEW.contrary_search_on IS DISTINCT FROM OLD.contrary_search_on OR NEW.contrary_search_result IS DISTINCT FROM OLD.contrary_search_result OR NEW.ceiling IS DISTINCT FROM OLD.ceiling OR NEW.contested IS DISTINCT FROM OLD.contested OR NEW.refuted_proposed IS DISTINCT FROM OLD.refuted_proposed OR NEW.witness_set IS DISTINCT FROM OLD.witness_set OR NEW.inputs_hash IS DISTINCT FROM OLD.inputs_hash OR NEW.algorithm_version IS DISTINCT FROM OLD.algorithm_version OR NEW.codebook_version IS DISTINCT FROM OLD.codebook_version OR NEW.needs_second IS DISTINCT FROM OLD.needs_second OR NEW.reviewed_at IS DISTINCT FROM OLD.reviewed_at OR NEW.approved_at IS DISTINCT FROM OLD.approved_at OR NEW.retracted_at IS DISTINCT FROM OLD.retracted_at) THEN RAISE EXCEPTION 'attest:finding.approved_is_immutable'; END IF;
  IF (OLD.status = 'approved' AND NEW.status NOT IN ('approved', 'contested', 'superseded')) OR (OLD.status = 'contested' AND NEW.status NOT IN ('contested', 'withdrawn', 'superseded')) OR (OLD.status = 'refuted' AND NEW.status NOT IN ('refuted', 'superseded')) OR (OLD.status IN ('withdrawn', 'superseded') AND NEW.status <> OLD.status) THEN RAISE EXCEPTION 'attest:finding.approved_is_immutable'; END IF;
  IF NEW.reviewer_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.reviewer_human_id THEN RAISE EXCEPTION 'attest:finding.second_is_first'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND p.role IN ('interviewer', 'interpreter') AND p.human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_took_part'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.author_human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_linked_evidence'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE EXCEPTION 'attest:finding.resolver_is_approver'; END IF;
  IF NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE EXCEPTION 'attest:finding.no_reviewer'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NULL AND (NEW.facet IN ('individual', 'count') OR NEW.conclusion = 'refuted' OR NEW.determination = 5 OR EXISTS (SELECT 1 FROM allegations a LEFT JOIN victims c ON c.id = a.victim_id WHERE a.id = NEW.allegation_id AND (substr(a.violation, 1, 1) IN ('C', 'G') OR a.child_concerned OR c.age_band = 'child')) OR EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimonies t ON t.id = s.testimony_id JOIN witnesses w ON w.id = t.witness_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND t.kind <> 'published_account' AND w.age_band = 'child')) THEN RAISE EXCEPTION 'attest:finding.no_second'; END IF;
  IF (NEW.status = 'approved' AND NEW.conclusion <> 'determined') OR (NEW.status = 'refuted' AND NEW.conclusion <> 'refuted') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF (NEW.status = 'first_approved' AND OLD.status NOT IN ('in_review', 'first_approved')) OR (NEW.status = 'approved' AND OLD.status NOT IN ('in_review', 'first_approved', 'approved')) OR (NEW.status = 'refuted' AND OLD.status NOT IN ('first_approved', 'refuted')) THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling) THEN RAISE EXCEPTION 'attest:finding.above_ceiling'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER findings_guard_update BEFORE UPDATE ON findings FOR EACH ROW EXECUTE FUNCTION findings_guard_update();
--> statement-breakpoint
CREATE FUNCTION evidence_links_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:evidence.resolver_is_author'; END IF;
  IF EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_testimony'; END IF;
  IF EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_took_part'; END IF;
  IF EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_finding'; END IF;
  IF (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:evidence.no_resolver'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_insert BEFORE INSERT ON evidence_links FOR EACH ROW EXECUTE FUNCTION evidence_links_guard_insert();
--> statement-breakpoint
CREATE FUNCTION evidence_links_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id OR NEW.statement_id IS DISTINCT FROM OLD.statement_id OR NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet THEN RAISE EXCEPTION 'attest:evidence.link_is_fixed'; END IF;
  IF OLD.retracted_at IS NOT NULL AND NEW.retracted_at IS DISTINCT FROM OLD.retracted_at THEN RAISE EXCEPTION 'attest:evidence.link_is_fixed'; END IF;
  IF OLD.resolved_at IS NOT NULL AND (NEW.resolved_at IS DISTINCT FROM OLD.resolved_at OR NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id OR NEW.resolution_reason IS DISTINCT FROM OLD.resolution_reason) THEN RAISE EXCEPTION 'attest:evidence.already_resolved'; END IF;
  IF OLD.stance = 'contradict' AND NEW.stance <> 'contradict' THEN RAISE EXCEPTION 'attest:evidence.contradiction_stays'; END IF;
  IF NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:evidence.resolver_is_author'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_testimony'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_took_part'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_finding'; END IF;
  IF (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:evidence.no_resolver'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_links_guard_update BEFORE UPDATE ON evidence_links FOR EACH ROW EXECUTE FUNCTION evidence_links_guard_update();
--> statement-breakpoint
-- What the rules of four eyes are read from stays as it was: whose words a statement is, who was present, what is alleged.
CREATE FUNCTION statements_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.media_id IS DISTINCT FROM OLD.media_id OR NEW.figure_id IS DISTINCT FROM OLD.figure_id THEN RAISE EXCEPTION 'attest:statement.origin_is_fixed'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER statements_guard_update BEFORE UPDATE ON statements FOR EACH ROW EXECUTE FUNCTION statements_guard_update();
--> statement-breakpoint
CREATE FUNCTION allegations_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.incident_id IS DISTINCT FROM OLD.incident_id OR NEW.violation IS DISTINCT FROM OLD.violation OR NEW.actor_id IS DISTINCT FROM OLD.actor_id OR NEW.victim_id IS DISTINCT FROM OLD.victim_id OR NEW.place_id IS DISTINCT FROM OLD.place_id OR NEW.occurred_edtf IS DISTINCT FROM OLD.occurred_edtf OR NEW.occurred_wording IS DISTINCT FROM OLD.occurred_wording OR NEW.wording IS DISTINCT FROM OLD.wording OR (OLD.child_concerned AND NOT NEW.child_concerned)) AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = OLD.id AND f.status IN ('submitted', 'in_review', 'first_approved', 'approved', 'contested', 'refuted')) THEN RAISE EXCEPTION 'attest:allegation.has_findings'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER allegations_guard_update BEFORE UPDATE ON allegations FOR EACH ROW EXECUTE FUNCTION allegations_guard_update();
--> statement-breakpoint
-- Key paging compares text: bytes, on every server, whatever its locale.
ALTER TABLE "accounts" ALTER COLUMN "name" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "actors" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "actors" ALTER COLUMN "name" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "allegations" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "allegations" ALTER COLUMN "occurred_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "dependencies" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence_links" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "findings" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "statements" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "case_exports" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "figures" ALTER COLUMN "as_of_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "media_items" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "media_items" ALTER COLUMN "circulated_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "incidents" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "incidents" ALTER COLUMN "occurred_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "victims" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "links" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "caller_codes" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "places" ALTER COLUMN "name" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "proceedings" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "proceedings" ALTER COLUMN "held_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "timeline_notes" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "timeline_notes" ALTER COLUMN "noted_sort" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "source_grades" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sources" ALTER COLUMN "name" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "witnesses" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "attachments" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "testimonies" ALTER COLUMN "code" TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "testimonies" ALTER COLUMN "taken_sort" TYPE text COLLATE "C";
--> statement-breakpoint
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
