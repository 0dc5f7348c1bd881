CREATE TABLE "appeals" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"finding_id" text NOT NULL,
	"ground" text NOT NULL,
	"ground_words" text,
	"reasons" text NOT NULL,
	"appellant_human_id" text NOT NULL,
	"inputs_hash" text NOT NULL,
	"state" text NOT NULL,
	"first_human_id" text,
	"first_conflict" text,
	"first_outcome" text,
	"first_determination" integer,
	"first_standard" text,
	"first_reasons" text,
	"first_voted_at" bigint,
	"second_human_id" text,
	"second_conflict" text,
	"second_outcome" text,
	"second_determination" integer,
	"second_standard" text,
	"second_reasons" text,
	"second_voted_at" bigint,
	"decided_at" bigint,
	CONSTRAINT "appeals_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "appeals_ground_one_of" CHECK ("appeals"."ground" in ('new_evidence', 'error_of_fact', 'independence_misjudged', 'procedure', 'disproportionate', 'other')),
	CONSTRAINT "appeals_state_one_of" CHECK ("appeals"."state" in ('lodged', 'in_panel', 'upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_first_outcome_one_of" CHECK ("appeals"."first_outcome" in ('upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_first_standard_one_of" CHECK ("appeals"."first_standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "appeals_second_outcome_one_of" CHECK ("appeals"."second_outcome" in ('upheld', 'varied', 'remanded')),
	CONSTRAINT "appeals_second_standard_one_of" CHECK ("appeals"."second_standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "appeals_first_level" CHECK ("appeals"."first_determination" between 0 and 5),
	CONSTRAINT "appeals_second_level" CHECK ("appeals"."second_determination" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "blind_grades" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"finding_id" text NOT NULL,
	"human_id" text NOT NULL,
	"level" integer NOT NULL,
	"standard" text NOT NULL,
	"reasoning" text NOT NULL,
	"graded_at" bigint NOT NULL,
	CONSTRAINT "blind_grades_standard_one_of" CHECK ("blind_grades"."standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "blind_grades_level" CHECK ("blind_grades"."level" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "blind_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"is_on" boolean NOT NULL,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_one_of";--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "blind_review" boolean;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "difference_reason" text;--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "appeal_id" text;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_appellant_human_id_humans_id_fk" FOREIGN KEY ("appellant_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_first_human_id_humans_id_fk" FOREIGN KEY ("first_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_second_human_id_humans_id_fk" FOREIGN KEY ("second_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_case_id_finding_id_findings_case_id_id_fk" FOREIGN KEY ("case_id","finding_id") REFERENCES "public"."findings"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_grades" ADD CONSTRAINT "blind_grades_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_grades" ADD CONSTRAINT "blind_grades_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_grades" ADD CONSTRAINT "blind_grades_case_id_finding_id_findings_case_id_id_fk" FOREIGN KEY ("case_id","finding_id") REFERENCES "public"."findings"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blind_reviews" ADD CONSTRAINT "blind_reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_code_key" ON "appeals" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_import_key" ON "appeals" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_heard_key" ON "appeals" USING btree ("finding_id","ground","inputs_hash");--> statement-breakpoint
CREATE INDEX "appeals_case_idx" ON "appeals" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "blind_grades_finding_key" ON "blind_grades" USING btree ("finding_id","human_id");--> statement-breakpoint
CREATE UNIQUE INDEX "blind_reviews_case_key" ON "blind_reviews" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "findings_appeal_idx" ON "findings" USING btree ("appeal_id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_emptied', 'identity_waiting', 'seeking_many', 'appeal_lodged', 'appeal_decided'));
--> statement-breakpoint
-- Hand-written: nothing is deleted or replaced, what was voted stays, and a panel had no part in what it hears, even by direct SQL.
CREATE TRIGGER appeals_never_deleted BEFORE DELETE ON appeals FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER appeals_never_truncated BEFORE TRUNCATE ON appeals FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER blind_grades_never_deleted BEFORE DELETE ON blind_grades FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER blind_grades_never_truncated BEFORE TRUNCATE ON blind_grades FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER blind_reviews_never_deleted BEFORE DELETE ON blind_reviews FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER blind_reviews_never_truncated BEFORE TRUNCATE ON blind_reviews FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION appeals_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state <> 'lodged' OR NEW.first_human_id IS NOT NULL OR NEW.first_conflict IS NOT NULL OR NEW.first_outcome IS NOT NULL OR NEW.first_determination IS NOT NULL OR NEW.first_standard IS NOT NULL OR NEW.first_reasons IS NOT NULL OR NEW.first_voted_at IS NOT NULL OR NEW.second_human_id IS NOT NULL OR NEW.second_conflict IS NOT NULL OR NEW.second_outcome IS NOT NULL OR NEW.second_determination IS NOT NULL OR NEW.second_standard IS NOT NULL OR NEW.second_reasons IS NOT NULL OR NEW.second_voted_at IS NOT NULL OR NEW.decided_at IS NOT NULL THEN RAISE EXCEPTION 'attest:appeal.stands'; END IF;
  IF EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.status NOT IN ('approved', 'refuted')) THEN RAISE EXCEPTION 'attest:appeal.finding_not_approved'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER appeals_guard_insert BEFORE INSERT ON appeals FOR EACH ROW EXECUTE FUNCTION appeals_guard_insert();
--> statement-breakpoint
CREATE FUNCTION appeals_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.state IN ('upheld', 'varied', 'remanded') THEN RAISE EXCEPTION 'attest:appeal.decided'; END IF;
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.code IS DISTINCT FROM OLD.code OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.finding_id IS DISTINCT FROM OLD.finding_id OR NEW.ground IS DISTINCT FROM OLD.ground OR NEW.ground_words IS DISTINCT FROM OLD.ground_words OR NEW.reasons IS DISTINCT FROM OLD.reasons OR NEW.appellant_human_id IS DISTINCT FROM OLD.appellant_human_id OR NEW.inputs_hash IS DISTINCT FROM OLD.inputs_hash OR NEW.created_at IS DISTINCT FROM OLD.created_at OR NEW.created_by IS DISTINCT FROM OLD.created_by OR NEW.retracted_at IS DISTINCT FROM OLD.retracted_at OR NEW.import_key IS DISTINCT FROM OLD.import_key THEN RAISE EXCEPTION 'attest:appeal.stands'; END IF;
  IF OLD.first_voted_at IS NOT NULL AND (NEW.first_human_id IS DISTINCT FROM OLD.first_human_id OR NEW.first_conflict IS DISTINCT FROM OLD.first_conflict OR NEW.first_outcome IS DISTINCT FROM OLD.first_outcome OR NEW.first_determination IS DISTINCT FROM OLD.first_determination OR NEW.first_standard IS DISTINCT FROM OLD.first_standard OR NEW.first_reasons IS DISTINCT FROM OLD.first_reasons OR NEW.first_voted_at IS DISTINCT FROM OLD.first_voted_at) OR OLD.second_voted_at IS NOT NULL AND (NEW.second_human_id IS DISTINCT FROM OLD.second_human_id OR NEW.second_conflict IS DISTINCT FROM OLD.second_conflict OR NEW.second_outcome IS DISTINCT FROM OLD.second_outcome OR NEW.second_determination IS DISTINCT FROM OLD.second_determination OR NEW.second_standard IS DISTINCT FROM OLD.second_standard OR NEW.second_reasons IS DISTINCT FROM OLD.second_reasons OR NEW.second_voted_at IS DISTINCT FROM OLD.second_voted_at) THEN RAISE EXCEPTION 'attest:appeal.stands'; END IF;
  IF NEW.first_human_id = NEW.second_human_id THEN RAISE EXCEPTION 'attest:appeal.panel_is_not_two'; END IF;
  IF NEW.appellant_human_id IN (NEW.first_human_id, NEW.second_human_id) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF EXISTS (SELECT 1 FROM findings o JOIN findings f ON f.allegation_id = o.allegation_id AND f.facet = o.facet WHERE o.id = NEW.finding_id AND (f.author_human_id IN (NEW.first_human_id, NEW.second_human_id) OR f.reviewer_human_id IN (NEW.first_human_id, NEW.second_human_id) OR f.second_human_id IN (NEW.first_human_id, NEW.second_human_id))) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet WHERE o.id = NEW.finding_id AND (e.author_human_id IN (NEW.first_human_id, NEW.second_human_id) OR e.resolved_by_human_id IN (NEW.first_human_id, NEW.second_human_id))) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND p.human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND w.human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF EXISTS (SELECT 1 FROM findings o JOIN evidence_links e ON e.allegation_id = o.allegation_id AND e.facet = o.facet JOIN statements s ON s.id = e.statement_id JOIN testimony_versions v ON v.testimony_id = s.testimony_id WHERE o.id = NEW.finding_id AND v.decided_by_human_id IN (NEW.first_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:appeal.panel_was_involved'; END IF;
  IF NEW.first_human_id IS NOT NULL AND NEW.first_conflict IS DISTINCT FROM 'no' OR NEW.second_human_id IS NOT NULL AND NEW.second_conflict IS DISTINCT FROM 'no' THEN RAISE EXCEPTION 'attest:appeal.panel_has_conflict'; END IF;
  IF (NEW.first_human_id IS NULL OR NEW.second_human_id IS NULL) AND (NEW.state <> 'lodged' OR NEW.first_voted_at IS NOT NULL OR NEW.second_voted_at IS NOT NULL) THEN RAISE EXCEPTION 'attest:appeal.panel_is_not_two'; END IF;
  IF (NEW.first_voted_at IS NULL) <> (NEW.first_outcome IS NULL) OR (NEW.first_voted_at IS NULL) <> (NEW.first_reasons IS NULL) OR (NEW.first_outcome IS NOT DISTINCT FROM 'varied') <> (NEW.first_determination IS NOT NULL) OR (NEW.first_determination IS NULL) <> (NEW.first_standard IS NULL) OR (NEW.second_voted_at IS NULL) <> (NEW.second_outcome IS NULL) OR (NEW.second_voted_at IS NULL) <> (NEW.second_reasons IS NULL) OR (NEW.second_outcome IS NOT DISTINCT FROM 'varied') <> (NEW.second_determination IS NOT NULL) OR (NEW.second_determination IS NULL) <> (NEW.second_standard IS NULL) THEN RAISE EXCEPTION 'attest:appeal.stands'; END IF;
  IF (NEW.decided_at IS NULL) <> (NEW.state IN ('lodged', 'in_panel')) OR (NEW.state NOT IN ('lodged', 'in_panel')) <> (NEW.first_voted_at IS NOT NULL AND NEW.second_voted_at IS NOT NULL) THEN RAISE EXCEPTION 'attest:appeal.not_decided'; END IF;
  IF NEW.decided_at IS NOT NULL AND (NEW.state = 'upheld') <> (NEW.first_outcome = 'upheld' AND NEW.second_outcome = 'upheld') THEN RAISE EXCEPTION 'attest:appeal.votes_say_otherwise'; END IF;
  IF NEW.decided_at IS NOT NULL AND (NEW.state = 'varied') <> (NEW.first_outcome = 'varied' AND NEW.second_outcome = 'varied' AND NEW.first_determination IS NOT DISTINCT FROM NEW.second_determination AND NEW.first_standard IS NOT DISTINCT FROM NEW.second_standard) THEN RAISE EXCEPTION 'attest:appeal.votes_say_otherwise'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER appeals_guard_update BEFORE UPDATE ON appeals FOR EACH ROW EXECUTE FUNCTION appeals_guard_update();
--> statement-breakpoint
CREATE FUNCTION blind_grades_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND f.author_human_id = NEW.human_id) THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF EXISTS (SELECT 1 FROM findings f WHERE f.id = NEW.finding_id AND (f.status <> 'in_review' OR f.reviewer_human_id IS DISTINCT FROM NEW.human_id)) THEN RAISE EXCEPTION 'attest:finding.not_that_reviewer'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER blind_grades_guard_insert BEFORE INSERT ON blind_grades FOR EACH ROW EXECUTE FUNCTION blind_grades_guard_insert();
--> statement-breakpoint
CREATE TRIGGER blind_grades_guard_update BEFORE UPDATE ON blind_grades FOR EACH ROW EXECUTE FUNCTION attest_refuse('finding.grade_stands');
--> statement-breakpoint
-- Above the ceiling only as a panel decided, nothing approved that no review led to, and nobody approves blindly.
CREATE OR REPLACE FUNCTION findings_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.reviewer_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:finding.reviewer_is_author'; END IF;
  IF NEW.second_human_id = NEW.reviewer_human_id THEN RAISE EXCEPTION 'attest:finding.second_is_first'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND p.role IN ('interviewer', 'interpreter') AND p.human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_took_part'; END IF;
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.author_human_id IN (NEW.reviewer_human_id, NEW.second_human_id)) THEN RAISE EXCEPTION 'attest:finding.reviewer_linked_evidence'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested' AND (NEW.reviewer_human_id IN (f.reviewer_human_id, f.second_human_id) OR NEW.second_human_id IN (f.reviewer_human_id, f.second_human_id))) THEN RAISE EXCEPTION 'attest:finding.resolver_is_approver'; END IF;
  IF NEW.status IN ('first_approved', 'approved', 'refuted') AND NEW.reviewer_human_id IS NULL THEN RAISE EXCEPTION 'attest:finding.no_reviewer'; END IF;
  IF NEW.status IN ('approved', 'refuted') AND NEW.second_human_id IS NULL AND (NEW.facet IN ('individual', 'count') OR NEW.conclusion = 'refuted' OR NEW.determination = 5 OR EXISTS (SELECT 1 FROM allegations a LEFT JOIN victims c ON c.id = a.victim_id WHERE a.id = NEW.allegation_id AND (substr(a.violation, 1, 1) IN ('C', 'G') OR a.child_concerned OR c.age_band = 'child')) OR EXISTS (SELECT 1 FROM evidence_links e JOIN statements s ON s.id = e.statement_id JOIN testimonies t ON t.id = s.testimony_id JOIN witnesses w ON w.id = t.witness_id WHERE e.allegation_id = NEW.allegation_id AND e.facet = NEW.facet AND e.retracted_at IS NULL AND t.kind <> 'published_account' AND w.age_band = 'child')) THEN RAISE EXCEPTION 'attest:finding.no_second'; END IF;
  IF (NEW.status = 'approved' AND NEW.conclusion <> 'determined') OR (NEW.status = 'refuted' AND NEW.conclusion <> 'refuted') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.status NOT IN ('draft', 'first_approved', 'approved') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.appeal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE p.id = NEW.appeal_id AND o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.state = 'varied' AND p.first_determination = NEW.determination AND NEW.status = 'approved' AND NEW.standard = p.first_standard AND NEW.reviewer_human_id = p.first_human_id AND NEW.second_human_id = p.second_human_id OR p.state = 'remanded' AND NEW.status = 'draft')) THEN RAISE EXCEPTION 'attest:finding.appeal_does_not_carry'; END IF;
  IF NEW.appeal_id IS NOT NULL AND EXISTS (SELECT 1 FROM findings f WHERE f.appeal_id = NEW.appeal_id) THEN RAISE EXCEPTION 'attest:finding.appeal_followed'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND NEW.appeal_id IS NULL AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status = 'contested') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND NEW.appeal_id IS NULL AND EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.first_human_id IN (NEW.reviewer_human_id, NEW.second_human_id) OR p.second_human_id IN (NEW.reviewer_human_id, NEW.second_human_id))) THEN RAISE EXCEPTION 'attest:finding.approver_on_panel'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling AND NEW.appeal_id IS NULL) THEN RAISE EXCEPTION 'attest:finding.above_ceiling'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION findings_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id THEN RAISE EXCEPTION 'attest:finding.author_is_fixed'; END IF;
  IF NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet THEN RAISE EXCEPTION 'attest:finding.facet_is_fixed'; END IF;
  IF NEW.appeal_id IS DISTINCT FROM OLD.appeal_id THEN RAISE EXCEPTION 'attest:finding.appeal_is_fixed'; END IF;
  IF OLD.blind_review AND NOT NEW.blind_review AND NEW.status = 'in_review' THEN RAISE EXCEPTION 'attest:finding.not_graded_blind'; END IF;
  IF OLD.status IN ('approved', 'contested', 'refuted', 'withdrawn', 'superseded') AND (NEW.determination IS DISTINCT FROM OLD.determination OR NEW.reasoning IS DISTINCT FROM OLD.reasoning OR NEW.standard IS DISTINCT FROM OLD.standard OR NEW.reviewer_human_id IS DISTINCT FROM OLD.reviewer_human_id OR NEW.second_human_id IS DISTINCT FROM OLD.second_human_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet OR NEW.conclusion IS DISTINCT FROM OLD.conclusion OR NEW.contrary_search IS DISTINCT FROM OLD.contrary_search OR NEW.contrary_search_on IS DISTINCT FROM OLD.contrary_search_on OR NEW.contrary_search_result IS DISTINCT FROM OLD.contrary_search_result OR NEW.ceiling IS DISTINCT FROM OLD.ceiling OR NEW.contested IS DISTINCT FROM OLD.contested OR NEW.refuted_proposed IS DISTINCT FROM OLD.refuted_proposed OR NEW.witness_set IS DISTINCT FROM OLD.witness_set OR NEW.inputs_hash IS DISTINCT FROM OLD.inputs_hash OR NEW.algorithm_version IS DISTINCT FROM OLD.algorithm_version OR NEW.codebook_version IS DISTINCT FROM OLD.codebook_version OR NEW.needs_second IS DISTINCT FROM OLD.needs_second OR NEW.reviewed_at IS DISTINCT FROM OLD.reviewed_at OR NEW.approved_at IS DISTINCT FROM OLD.approved_at OR NEW.difference_reason IS DISTINCT FROM OLD.difference_reason OR NEW.retracted_at IS DISTINCT FROM OLD.retracted_at) THEN RAISE EXCEPTION 'attest:finding.approved_is_immutable'; END IF;
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
  IF NEW.status IN ('in_review', 'first_approved', 'approved', 'refuted') AND OLD.status NOT IN ('approved', 'refuted') AND EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND (p.first_human_id IN (NEW.reviewer_human_id, NEW.second_human_id) OR p.second_human_id IN (NEW.reviewer_human_id, NEW.second_human_id))) THEN RAISE EXCEPTION 'attest:finding.approver_on_panel'; END IF;
  IF NEW.status = 'draft' AND OLD.status NOT IN ('draft') OR NEW.status = 'submitted' AND OLD.status NOT IN ('draft', 'returned', 'submitted', 'in_review') OR NEW.status = 'in_review' AND OLD.status NOT IN ('submitted', 'in_review') OR NEW.status = 'returned' AND OLD.status NOT IN ('in_review', 'first_approved', 'returned') OR NEW.status = 'contested' AND OLD.status NOT IN ('approved', 'contested') OR NEW.status = 'withdrawn' AND OLD.status NOT IN ('draft', 'returned', 'contested', 'withdrawn') OR NEW.status = 'superseded' AND OLD.status NOT IN ('approved', 'contested', 'refuted', 'superseded') THEN RAISE EXCEPTION 'attest:finding.wrong_status'; END IF;
  IF NEW.status IN ('first_approved', 'approved') AND (NEW.determination IS NULL OR NEW.determination > NEW.ceiling AND NOT EXISTS (SELECT 1 FROM appeals p JOIN findings o ON o.id = p.finding_id WHERE p.id = NEW.appeal_id AND o.allegation_id = NEW.allegation_id AND o.facet = NEW.facet AND p.state = 'varied' AND p.first_determination = NEW.determination)) THEN RAISE EXCEPTION 'attest:finding.above_ceiling'; END IF;
  IF OLD.status IN ('submitted', 'in_review', 'first_approved') AND (NEW.determination IS DISTINCT FROM OLD.determination OR NEW.reasoning IS DISTINCT FROM OLD.reasoning OR NEW.standard IS DISTINCT FROM OLD.standard OR NEW.conclusion IS DISTINCT FROM OLD.conclusion OR NEW.contrary_search IS DISTINCT FROM OLD.contrary_search OR NEW.contrary_search_on IS DISTINCT FROM OLD.contrary_search_on OR NEW.contrary_search_result IS DISTINCT FROM OLD.contrary_search_result) THEN RAISE EXCEPTION 'attest:finding.submitted_is_fixed'; END IF;
  IF OLD.status = 'in_review' AND NEW.status IN ('first_approved', 'approved') AND (OLD.blind_review OR EXISTS (SELECT 1 FROM blind_reviews b WHERE b.case_id = NEW.case_id AND b.is_on)) AND NOT EXISTS (SELECT 1 FROM blind_grades g WHERE g.finding_id = NEW.id AND g.human_id = NEW.reviewer_human_id) THEN RAISE EXCEPTION 'attest:finding.not_graded_blind'; END IF;
  IF OLD.status = 'in_review' AND NEW.status IN ('first_approved', 'approved') AND NEW.difference_reason IS NULL AND EXISTS (SELECT 1 FROM blind_grades g WHERE g.finding_id = NEW.id AND g.human_id = NEW.reviewer_human_id AND (g.level <> NEW.determination OR g.standard <> NEW.standard)) THEN RAISE EXCEPTION 'attest:finding.difference_not_reasoned'; END IF;
  RETURN NEW;
END $$;
