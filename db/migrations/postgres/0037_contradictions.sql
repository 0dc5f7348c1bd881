CREATE TABLE "contradictions" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"case_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"other_statement_id" text NOT NULL,
	"kind" text NOT NULL,
	"allegation_id" text,
	"facet" text,
	"pair_key" text NOT NULL,
	"said" jsonb,
	"note" text,
	"rule_version" text,
	"state" text NOT NULL,
	"material" boolean,
	"against" text,
	"evidence_link_id" text,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"decision_reason" text,
	"resolved_at" bigint,
	"resolved_by_human_id" text,
	"resolution_reason" text,
	CONSTRAINT "contradictions_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "contradictions_kind_one_of" CHECK ("contradictions"."kind" in ('time', 'place', 'number', 'actor', 'act', 'other')),
	CONSTRAINT "contradictions_facet_one_of" CHECK ("contradictions"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "contradictions_state_one_of" CHECK ("contradictions"."state" in ('proposed', 'standing', 'dismissed', 'resolved')),
	CONSTRAINT "contradictions_against_one_of" CHECK ("contradictions"."against" in ('statement', 'other', 'neither')),
	CONSTRAINT "contradictions_two" CHECK ("contradictions"."statement_id" <> "contradictions"."other_statement_id")
);
--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_edtf" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_wording" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_place_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_actor_id" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_act" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_act_sense" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_min" integer;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_max" integer;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_unit" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_category" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_outcome" text;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "exculpatory" text;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_resolved_by_human_id_humans_id_fk" FOREIGN KEY ("resolved_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_case_id_statement_id_statements_case_id_id_fk" FOREIGN KEY ("case_id","statement_id") REFERENCES "public"."statements"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_case_id_other_statement_id_statements_case_id_id_fk" FOREIGN KEY ("case_id","other_statement_id") REFERENCES "public"."statements"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_case_id_allegation_id_allegations_case_id_id_fk" FOREIGN KEY ("case_id","allegation_id") REFERENCES "public"."allegations"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contradictions" ADD CONSTRAINT "contradictions_evidence_link_id_evidence_links_id_fk" FOREIGN KEY ("evidence_link_id") REFERENCES "public"."evidence_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contradictions_code_key" ON "contradictions" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "contradictions_pair_key" ON "contradictions" USING btree ("case_id","pair_key");--> statement-breakpoint
CREATE INDEX "contradictions_statement_idx" ON "contradictions" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "contradictions_other_idx" ON "contradictions" USING btree ("other_statement_id");--> statement-breakpoint
CREATE INDEX "contradictions_allegation_idx" ON "contradictions" USING btree ("allegation_id");--> statement-breakpoint
CREATE INDEX "contradictions_link_idx" ON "contradictions" USING btree ("evidence_link_id");--> statement-breakpoint
CREATE INDEX "contradictions_case_idx" ON "contradictions" USING btree ("case_id","created_at","id");--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_said_place_id_places_id_fk" FOREIGN KEY ("said_place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_said_actor_id_actors_id_fk" FOREIGN KEY ("said_actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statements_exculpatory_idx" ON "statements" USING btree ("case_id","created_at","id") WHERE "statements"."exculpatory" = 'yes';--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_said_act_sense_one_of" CHECK ("statements"."said_act_sense" in ('happened', 'denied'));--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_exculpatory_one_of" CHECK ("statements"."exculpatory" in ('yes', 'no'));
--> statement-breakpoint
-- Hand-written: as on SQLite.
ALTER TABLE "contradictions" ALTER COLUMN "code" TYPE text COLLATE "C";
--> statement-breakpoint
CREATE TRIGGER contradictions_never_deleted BEFORE DELETE ON contradictions FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contradictions_never_truncated BEFORE TRUNCATE ON contradictions FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION contradictions_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.state <> 'proposed' OR NEW.material IS NOT NULL OR NEW.against IS NOT NULL OR NEW.evidence_link_id IS NOT NULL OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.decision_reason IS NOT NULL OR NEW.resolved_at IS NOT NULL OR NEW.resolved_by_human_id IS NOT NULL OR NEW.resolution_reason IS NOT NULL THEN RAISE EXCEPTION 'attest:contradiction.not_decided'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contradictions_guard_insert BEFORE INSERT ON contradictions FOR EACH ROW EXECUTE FUNCTION contradictions_guard_insert();
--> statement-breakpoint
CREATE FUNCTION contradictions_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.statement_id IS DISTINCT FROM OLD.statement_id OR NEW.other_statement_id IS DISTINCT FROM OLD.other_statement_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.created_at IS DISTINCT FROM OLD.created_at OR NEW.created_by IS DISTINCT FROM OLD.created_by OR NEW.rule_version IS DISTINCT FROM OLD.rule_version THEN RAISE EXCEPTION 'attest:contradiction.pair_is_fixed'; END IF;
  IF NEW.said IS DISTINCT FROM OLD.said AND NOT (NEW.said IS NULL AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE EXCEPTION 'attest:contradiction.pair_is_fixed'; END IF;
  IF NOT (OLD.state = NEW.state OR OLD.state = 'proposed' AND NEW.state IN ('standing', 'dismissed') OR OLD.state = 'standing' AND NEW.state = 'resolved') THEN RAISE EXCEPTION 'attest:contradiction.stays'; END IF;
  IF OLD.state <> 'proposed' AND (NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.material IS DISTINCT FROM OLD.material OR NEW.against IS DISTINCT FROM OLD.against OR NEW.evidence_link_id IS DISTINCT FROM OLD.evidence_link_id OR NEW.allegation_id IS DISTINCT FROM OLD.allegation_id OR NEW.facet IS DISTINCT FROM OLD.facet) THEN RAISE EXCEPTION 'attest:contradiction.stays'; END IF;
  IF OLD.state IN ('dismissed', 'resolved') AND (NEW.pair_key IS DISTINCT FROM OLD.pair_key OR NEW.resolved_at IS DISTINCT FROM OLD.resolved_at OR NEW.resolved_by_human_id IS DISTINCT FROM OLD.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:contradiction.stays'; END IF;
  IF OLD.state <> 'proposed' AND NEW.decision_reason IS DISTINCT FROM OLD.decision_reason AND NOT (NEW.decision_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE EXCEPTION 'attest:contradiction.stays'; END IF;
  IF OLD.state IN ('dismissed', 'resolved') AND NEW.resolution_reason IS DISTINCT FROM OLD.resolution_reason AND NOT (NEW.resolution_reason = '' AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved')) THEN RAISE EXCEPTION 'attest:contradiction.stays'; END IF;
  IF NEW.state <> 'proposed' AND (NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:contradiction.not_decided'; END IF;
  IF NEW.state = 'proposed' AND (NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL) THEN RAISE EXCEPTION 'attest:contradiction.not_decided'; END IF;
  IF NEW.state IN ('standing', 'resolved') AND NEW.material IS NULL THEN RAISE EXCEPTION 'attest:contradiction.not_decided'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'dismissed' AND COALESCE(NEW.decision_reason, '') = '' THEN RAISE EXCEPTION 'attest:contradiction.no_reason'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'resolved' AND (COALESCE(NEW.resolution_reason, '') = '' OR NEW.resolved_at IS NULL OR NEW.resolved_by_human_id IS NULL) THEN RAISE EXCEPTION 'attest:contradiction.no_reason'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'dismissed' AND (EXISTS (SELECT 1 FROM statements s JOIN accounts a ON a.id = s.created_by WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND a.human_id = NEW.decided_by_human_id) OR EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND w.human_id = NEW.decided_by_human_id)) THEN RAISE EXCEPTION 'attest:contradiction.settler_wrote_statement'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'dismissed' AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.decided_by_human_id) THEN RAISE EXCEPTION 'attest:contradiction.settler_took_part'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'resolved' AND (EXISTS (SELECT 1 FROM statements s JOIN accounts a ON a.id = s.created_by WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND a.human_id = NEW.resolved_by_human_id) OR EXISTS (SELECT 1 FROM statements s JOIN testimony_writers w ON w.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND w.human_id = NEW.resolved_by_human_id)) THEN RAISE EXCEPTION 'attest:contradiction.settler_wrote_statement'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'resolved' AND EXISTS (SELECT 1 FROM statements s JOIN testimony_people p ON p.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND p.role IN ('interviewer', 'interpreter') AND p.human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:contradiction.settler_took_part'; END IF;
  IF OLD.state <> NEW.state AND NEW.state = 'resolved' AND EXISTS (SELECT 1 FROM evidence_links e WHERE e.id = OLD.evidence_link_id AND e.author_human_id = NEW.resolved_by_human_id) THEN RAISE EXCEPTION 'attest:contradiction.settler_made_link'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contradictions_guard_update BEFORE UPDATE ON contradictions FOR EACH ROW EXECUTE FUNCTION contradictions_guard_update();
--> statement-breakpoint
CREATE FUNCTION contradictions_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.said IS NOT NULL OR NEW.note IS NOT NULL OR COALESCE(NEW.decision_reason, '') <> '' OR COALESCE(NEW.resolution_reason, '') <> '') AND EXISTS (SELECT 1 FROM statements s JOIN deletions d ON d.testimony_id = s.testimony_id WHERE s.id IN (NEW.statement_id, NEW.other_statement_id) AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contradictions_stays_deleted BEFORE INSERT OR UPDATE ON contradictions FOR EACH ROW EXECUTE FUNCTION contradictions_stays_deleted();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION statements_stays_deleted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF (NEW.claim <> '—' OR NEW.note IS NOT NULL OR COALESCE(NEW.said_edtf, NEW.said_wording, NEW.said_place_id, NEW.said_actor_id, NEW.said_act, NEW.said_unit) IS NOT NULL OR COALESCE(NEW.said_min, NEW.said_max) IS NOT NULL) AND EXISTS (SELECT 1 FROM deletions d WHERE d.testimony_id = NEW.testimony_id AND d.status = 'approved') THEN RAISE EXCEPTION 'attest:deletion.done'; END IF;
  RETURN NEW;
END $$;
