CREATE TABLE "deletions" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"live_key" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"requested_by_human_id" text NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"refusal" text,
	CONSTRAINT "deletions_live_key" UNIQUE("live_key"),
	CONSTRAINT "deletions_ground_one_of" CHECK ("deletions"."ground" in ('due', 'asked', 'unlawful', 'mistake')),
	CONSTRAINT "deletions_status_one_of" CHECK ("deletions"."status" in ('waiting', 'approved', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text,
	"reason" text NOT NULL,
	"placed_at" bigint NOT NULL,
	"placed_by" text NOT NULL,
	"lifted_at" bigint,
	"lifted_by" text,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "retention_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"retention_class" text NOT NULL,
	"months" integer NOT NULL,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL,
	CONSTRAINT "retention_terms_class_key" UNIQUE("case_id","retention_class"),
	CONSTRAINT "retention_terms_retention_class_one_of" CHECK ("retention_terms"."retention_class" in ('standard', 'short', 'long'))
);
--> statement-breakpoint
CREATE TABLE "retentions" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"retention_class" text NOT NULL,
	"reason" text NOT NULL,
	"set_at" bigint NOT NULL,
	"set_by" text NOT NULL,
	CONSTRAINT "retentions_testimony_key" UNIQUE("testimony_id"),
	CONSTRAINT "retentions_retention_class_one_of" CHECK ("retentions"."retention_class" in ('standard', 'short', 'long', 'kept'))
);
--> statement-breakpoint
ALTER TABLE "deletions" ADD CONSTRAINT "deletions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletions" ADD CONSTRAINT "deletions_testimony_id_testimonies_id_fk" FOREIGN KEY ("testimony_id") REFERENCES "public"."testimonies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletions" ADD CONSTRAINT "deletions_requested_by_human_id_humans_id_fk" FOREIGN KEY ("requested_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deletions" ADD CONSTRAINT "deletions_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_testimony_id_testimonies_id_fk" FOREIGN KEY ("testimony_id") REFERENCES "public"."testimonies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_terms" ADD CONSTRAINT "retention_terms_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retentions" ADD CONSTRAINT "retentions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retentions" ADD CONSTRAINT "retentions_testimony_id_testimonies_id_fk" FOREIGN KEY ("testimony_id") REFERENCES "public"."testimonies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deletions_case_idx" ON "deletions" USING btree ("case_id","status","requested_at","id");--> statement-breakpoint
CREATE INDEX "deletions_testimony_idx" ON "deletions" USING btree ("testimony_id","status");--> statement-breakpoint
CREATE INDEX "legal_holds_case_idx" ON "legal_holds" USING btree ("case_id","lifted_at","placed_at");--> statement-breakpoint
CREATE INDEX "legal_holds_testimony_idx" ON "legal_holds" USING btree ("testimony_id","lifted_at");--> statement-breakpoint
CREATE INDEX "retentions_case_idx" ON "retentions" USING btree ("case_id","retention_class");--> statement-breakpoint
CREATE INDEX "testimonies_case_recorded_idx" ON "testimonies" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE TRIGGER retention_terms_never_deleted BEFORE DELETE ON retention_terms FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER retention_terms_never_truncated BEFORE TRUNCATE ON retention_terms FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER retentions_never_deleted BEFORE DELETE ON retentions FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER retentions_never_truncated BEFORE TRUNCATE ON retentions FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER legal_holds_never_deleted BEFORE DELETE ON legal_holds FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER legal_holds_never_truncated BEFORE TRUNCATE ON legal_holds FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER deletions_never_deleted BEFORE DELETE ON deletions FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER deletions_never_truncated BEFORE TRUNCATE ON deletions FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION legal_holds_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.testimony_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM testimonies t WHERE t.id = NEW.testimony_id AND t.case_id = NEW.case_id) THEN RAISE EXCEPTION 'attest:hold.stands'; END IF;
  IF NEW.lifted_at IS NOT NULL OR NEW.lifted_by IS NOT NULL OR NEW.lift_reason IS NOT NULL THEN RAISE EXCEPTION 'attest:hold.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER legal_holds_guard_insert BEFORE INSERT ON legal_holds FOR EACH ROW EXECUTE FUNCTION legal_holds_guard_insert();
--> statement-breakpoint
CREATE FUNCTION legal_holds_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.placed_at IS DISTINCT FROM OLD.placed_at OR NEW.placed_by IS DISTINCT FROM OLD.placed_by OR OLD.lifted_at IS NOT NULL OR NEW.lifted_at IS NULL OR NEW.lifted_by IS NULL OR NEW.lift_reason IS NULL THEN RAISE EXCEPTION 'attest:hold.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER legal_holds_guard_update BEFORE UPDATE ON legal_holds FOR EACH ROW EXECUTE FUNCTION legal_holds_guard_update();
--> statement-breakpoint
CREATE FUNCTION deletions_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.refusal IS NOT NULL THEN RAISE EXCEPTION 'attest:deletion.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deletions_guard_insert BEFORE INSERT ON deletions FOR EACH ROW EXECUTE FUNCTION deletions_guard_insert();
--> statement-breakpoint
CREATE FUNCTION deletions_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.ground IS DISTINCT FROM OLD.ground OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.requested_at IS DISTINCT FROM OLD.requested_at OR NEW.requested_by_human_id IS DISTINCT FROM OLD.requested_by_human_id OR OLD.status <> 'waiting' OR NEW.status = 'waiting' OR NEW.decided_at IS NULL THEN RAISE EXCEPTION 'attest:deletion.stands'; END IF;
  IF NEW.status = 'refused' AND (NEW.live_key <> NEW.id OR NEW.refusal IS NULL OR NEW.decided_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:deletion.stands'; END IF;
  IF NEW.status = 'approved' AND (NEW.live_key <> NEW.testimony_id OR NEW.refusal IS NOT NULL) THEN RAISE EXCEPTION 'attest:deletion.stands'; END IF;
  IF NEW.status = 'approved' AND (NEW.live_key IS DISTINCT FROM OLD.live_key OR NEW.decided_by_human_id IS NULL OR NEW.decided_by_human_id = OLD.requested_by_human_id) THEN RAISE EXCEPTION 'attest:deletion.second_person'; END IF;
  IF NEW.status = 'approved' AND EXISTS (SELECT 1 FROM legal_holds h WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR h.testimony_id = NEW.testimony_id)) THEN RAISE EXCEPTION 'attest:deletion.held'; END IF;
  IF NEW.status = 'approved' AND EXISTS (SELECT 1 FROM testimonies t WHERE t.id = NEW.testimony_id AND (t.retracted_at IS NULL OR t.case_id <> NEW.case_id)) THEN RAISE EXCEPTION 'attest:deletion.in_use'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER deletions_guard_update BEFORE UPDATE ON deletions FOR EACH ROW EXECUTE FUNCTION deletions_guard_update();
--> statement-breakpoint
-- Of an account whose deletion was approved the words may go, and nothing may come in their place.
CREATE OR REPLACE FUNCTION testimony_versions_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id AND (NEW.decided_by_human_id = NEW.author_human_id OR EXISTS (SELECT 1 FROM testimony_writers w WHERE w.testimony_id = NEW.testimony_id AND w.human_id = NEW.decided_by_human_id)) THEN RAISE EXCEPTION 'attest:testimony.decider_is_author'; END IF;
  IF NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id AND EXISTS (SELECT 1 FROM testimony_people p WHERE p.testimony_id = NEW.testimony_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE EXCEPTION 'attest:testimony.decider_took_part'; END IF;
  IF NEW.stage IN ('accepted', 'returned') AND NEW.decided_by_human_id IS NULL THEN RAISE EXCEPTION 'attest:testimony.no_decider'; END IF;
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id THEN RAISE EXCEPTION 'attest:testimony.author_is_fixed'; END IF;
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.number IS DISTINCT FROM OLD.number OR (NEW.amendment_reason IS DISTINCT FROM OLD.amendment_reason AND NOT (NEW.facts->>'title' = '—' AND NEW.facts->>'note' IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.author_account_id IS DISTINCT FROM OLD.author_account_id OR NEW.created_at IS DISTINCT FROM OLD.created_at THEN RAISE EXCEPTION 'attest:testimony.version_is_immutable'; END IF;
  IF OLD.stage <> 'draft' AND ((NEW.paragraphs IS DISTINCT FROM OLD.paragraphs AND NOT (NEW.facts->>'title' = '—' AND NEW.facts->>'note' IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR (NEW.facts IS DISTINCT FROM OLD.facts AND NOT (NEW.facts->>'title' = '—' AND NEW.facts->>'note' IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.text_basis IS DISTINCT FROM OLD.text_basis OR NEW.original_language IS DISTINCT FROM OLD.original_language OR NEW.translation_language IS DISTINCT FROM OLD.translation_language OR (NEW.translator IS DISTINCT FROM OLD.translator AND NOT (NEW.facts->>'title' = '—' AND NEW.facts->>'note' IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN RAISE EXCEPTION 'attest:testimony.version_is_immutable'; END IF;
  IF OLD.stage IN ('accepted', 'returned') AND (NEW.stage IS DISTINCT FROM OLD.stage OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.decided_at IS DISTINCT FROM OLD.decided_at OR (NEW.comment IS DISTINCT FROM OLD.comment AND NOT (NEW.facts->>'title' = '—' AND NEW.facts->>'note' IS NULL AND NEW.paragraphs = '[]' AND NEW.translator IS NULL AND NEW.comment IS NULL AND NEW.amendment_reason IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved')))) THEN RAISE EXCEPTION 'attest:testimony.decision_is_final'; END IF;
  IF NEW.stage <> OLD.stage AND NOT ((OLD.stage = 'draft' AND NEW.stage = 'submitted') OR (OLD.stage = 'submitted' AND NEW.stage IN ('accepted', 'returned'))) THEN RAISE EXCEPTION 'attest:testimony.stage_only_forward'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION testimony_people_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.role IS DISTINCT FROM OLD.role OR NEW.human_id IS DISTINCT FROM OLD.human_id OR (NEW.description IS DISTINCT FROM OLD.description AND NOT (NEW.description IS NULL AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved'))) THEN RAISE EXCEPTION 'attest:testimony.people_are_fixed'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION evidence_links_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.author_human_id IS DISTINCT FROM OLD.author_human_id OR NEW.statement_id IS DISTINCT FROM OLD.statement_id OR NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet THEN RAISE EXCEPTION 'attest:evidence.link_is_fixed'; END IF;
  IF OLD.retracted_at IS NOT NULL AND NEW.retracted_at IS DISTINCT FROM OLD.retracted_at THEN RAISE EXCEPTION 'attest:evidence.link_is_fixed'; END IF;
  IF OLD.resolved_at IS NOT NULL AND (NEW.resolved_at IS DISTINCT FROM OLD.resolved_at OR NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id OR (NEW.resolution_reason IS DISTINCT FROM OLD.resolution_reason AND NOT (NEW.resolution_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND d.status = 'approved')))) THEN RAISE EXCEPTION 'attest:evidence.already_resolved'; END IF;
  IF OLD.stance = 'contradict' AND NEW.stance <> 'contradict' THEN RAISE EXCEPTION 'attest:evidence.contradiction_stays'; END IF;
  IF NEW.resolved_by_human_id = NEW.author_human_id THEN RAISE EXCEPTION 'attest:evidence.resolver_is_author'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND w.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_testimony'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id = NEW.statement_id AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_took_part'; END IF;
  IF NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id AND EXISTS (SELECT 1 FROM findings f WHERE f.allegation_id = NEW.allegation_id AND f.facet = NEW.facet AND f.status NOT IN ('withdrawn', 'superseded') AND f.author_human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:evidence.resolver_wrote_finding'; END IF;
  IF (NEW.resolved_at IS NULL) <> (NEW.resolved_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:evidence.no_resolver'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER person_indexes_guard_update ON person_indexes;
--> statement-breakpoint
CREATE FUNCTION person_indexes_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.testimony_id IS DISTINCT FROM OLD.testimony_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.testimony_number IS DISTINCT FROM OLD.testimony_number OR NEW.is_whole IS DISTINCT FROM OLD.is_whole OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by OR NOT (NEW.persons = '[]' AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved')) THEN RAISE EXCEPTION 'attest:people.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER person_indexes_guard_update BEFORE UPDATE ON person_indexes FOR EACH ROW EXECUTE FUNCTION person_indexes_guard_update();
--> statement-breakpoint
-- And no words are written about it any more.
CREATE FUNCTION statements_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.claim <> '—' OR NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER statements_stays_deleted BEFORE INSERT OR UPDATE ON statements FOR EACH ROW EXECUTE FUNCTION statements_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION evidence_links_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.rationale <> '' OR COALESCE(NEW.resolution_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id) AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_links_stays_deleted BEFORE INSERT OR UPDATE ON evidence_links FOR EACH ROW EXECUTE FUNCTION evidence_links_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION dependencies_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.note IS NOT NULL OR COALESCE(NEW.weight_reason, '') <> '' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER dependencies_stays_deleted BEFORE INSERT OR UPDATE ON dependencies FOR EACH ROW EXECUTE FUNCTION dependencies_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION links_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.note IS NOT NULL OR NEW.held_wording IS NOT NULL OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER links_stays_deleted BEFORE INSERT OR UPDATE ON links FOR EACH ROW EXECUTE FUNCTION links_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION attachments_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.file_name <> '—' OR COALESCE(NEW.retraction_reason, '') <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attachments_stays_deleted BEFORE INSERT OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION attachments_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION comments_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.body <> '') AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER comments_stays_deleted BEFORE INSERT OR UPDATE ON comments FOR EACH ROW EXECUTE FUNCTION comments_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION comment_texts_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.body <> '') AND EXISTS (SELECT 1 FROM comments c JOIN deletions d ON d.testimony_id = c.record_id WHERE c.id = NEW.comment_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER comment_texts_stays_deleted BEFORE INSERT OR UPDATE ON comment_texts FOR EACH ROW EXECUTE FUNCTION comment_texts_stays_deleted();
--> statement-breakpoint
CREATE FUNCTION assignments_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.note IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.record_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER assignments_stays_deleted BEFORE INSERT OR UPDATE ON assignments FOR EACH ROW EXECUTE FUNCTION assignments_stays_deleted();
