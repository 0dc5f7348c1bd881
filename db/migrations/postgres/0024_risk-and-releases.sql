CREATE TABLE "export_approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"export_id" text NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"human_id" text NOT NULL,
	"account_id" text NOT NULL,
	"approved_at" bigint NOT NULL,
	CONSTRAINT "export_approvals_kind_key" UNIQUE("export_id","kind"),
	CONSTRAINT "export_approvals_human_key" UNIQUE("export_id","human_id"),
	CONSTRAINT "export_approvals_kind_one_of" CHECK ("export_approvals"."kind" in ('legal', 'protection'))
);
--> statement-breakpoint
CREATE TABLE "release_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"export_id" text NOT NULL,
	"stage" text NOT NULL,
	"number" integer NOT NULL,
	"decided_at" bigint NOT NULL,
	"sha256" text NOT NULL,
	"allowed" integer NOT NULL,
	"denied" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "release_decisions_number_key" UNIQUE("export_id","stage","number"),
	CONSTRAINT "release_decisions_stage_one_of" CHECK ("release_decisions"."stage" in ('approval', 'download'))
);
--> statement-breakpoint
CREATE TABLE "person_indexes" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"number" integer NOT NULL,
	"testimony_number" integer NOT NULL,
	"persons" jsonb NOT NULL,
	"is_whole" boolean NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "person_indexes_number_key" UNIQUE("testimony_id","number")
);
--> statement-breakpoint
CREATE TABLE "risk_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"number" integer NOT NULL,
	"assessed_at" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"likelihood" integer NOT NULL,
	"impact" integer NOT NULL,
	"threats" jsonb NOT NULL,
	"triggers" jsonb NOT NULL,
	"mitigations" jsonb NOT NULL,
	"note" text,
	"recorded_by" text NOT NULL,
	CONSTRAINT "risk_assessments_number_key" UNIQUE("witness_id","number")
);
--> statement-breakpoint
CREATE TABLE "risk_events" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text,
	"kind" text NOT NULL,
	"happened_on" text NOT NULL,
	"note" text,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "export_approvals" ADD CONSTRAINT "export_approvals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_approvals" ADD CONSTRAINT "export_approvals_export_id_case_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."case_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_approvals" ADD CONSTRAINT "export_approvals_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_decisions" ADD CONSTRAINT "release_decisions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_decisions" ADD CONSTRAINT "release_decisions_export_id_case_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."case_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_indexes" ADD CONSTRAINT "person_indexes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_indexes" ADD CONSTRAINT "person_indexes_testimony_id_testimonies_id_fk" FOREIGN KEY ("testimony_id") REFERENCES "public"."testimonies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_events" ADD CONSTRAINT "risk_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_events" ADD CONSTRAINT "risk_events_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_approvals_case_idx" ON "export_approvals" USING btree ("case_id","export_id");--> statement-breakpoint
CREATE INDEX "release_decisions_case_idx" ON "release_decisions" USING btree ("case_id","export_id","decided_at");--> statement-breakpoint
CREATE INDEX "person_indexes_case_idx" ON "person_indexes" USING btree ("case_id","testimony_id","number");--> statement-breakpoint
CREATE INDEX "risk_assessments_case_idx" ON "risk_assessments" USING btree ("case_id","witness_id","number");--> statement-breakpoint
CREATE INDEX "risk_events_case_idx" ON "risk_events" USING btree ("case_id","witness_id","recorded_at");--> statement-breakpoint
CREATE TRIGGER risk_assessments_never_deleted BEFORE DELETE ON risk_assessments FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER risk_assessments_never_truncated BEFORE TRUNCATE ON risk_assessments FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER risk_assessments_guard_update BEFORE UPDATE ON risk_assessments FOR EACH ROW EXECUTE FUNCTION attest_refuse('risk.stands');
--> statement-breakpoint
CREATE TRIGGER risk_events_never_deleted BEFORE DELETE ON risk_events FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER risk_events_never_truncated BEFORE TRUNCATE ON risk_events FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER risk_events_guard_update BEFORE UPDATE ON risk_events FOR EACH ROW EXECUTE FUNCTION attest_refuse('risk.stands');
--> statement-breakpoint
CREATE TRIGGER person_indexes_never_deleted BEFORE DELETE ON person_indexes FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER person_indexes_never_truncated BEFORE TRUNCATE ON person_indexes FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER person_indexes_guard_update BEFORE UPDATE ON person_indexes FOR EACH ROW EXECUTE FUNCTION attest_refuse('people.stands');
--> statement-breakpoint
CREATE TRIGGER release_decisions_never_deleted BEFORE DELETE ON release_decisions FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER release_decisions_never_truncated BEFORE TRUNCATE ON release_decisions FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER release_decisions_guard_update BEFORE UPDATE ON release_decisions FOR EACH ROW EXECUTE FUNCTION attest_refuse('release.stands');
--> statement-breakpoint
CREATE TRIGGER export_approvals_never_deleted BEFORE DELETE ON export_approvals FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER export_approvals_never_truncated BEFORE TRUNCATE ON export_approvals FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER export_approvals_guard_update BEFORE UPDATE ON export_approvals FOR EACH ROW EXECUTE FUNCTION attest_refuse('release.stands');
--> statement-breakpoint
CREATE FUNCTION export_approvals_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM case_exports x WHERE x.id = NEW.export_id AND (x.status <> 'ready' OR x.requested_by_human_id = NEW.human_id OR x.case_id <> NEW.case_id OR x.sha256 IS NULL OR x.sha256 <> NEW.sha256)) OR EXISTS (SELECT 1 FROM accounts a WHERE a.id = NEW.account_id AND a.human_id <> NEW.human_id) THEN RAISE EXCEPTION 'attest:release.other_human'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER export_approvals_guard_insert BEFORE INSERT ON export_approvals FOR EACH ROW EXECUTE FUNCTION export_approvals_guard_insert();
--> statement-breakpoint
CREATE FUNCTION case_exports_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (NEW.status = 'ready' AND (OLD.status <> 'ready' OR NEW.sha256 IS DISTINCT FROM OLD.sha256 OR NEW.included IS DISTINCT FROM OLD.included) AND NOT EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'approval' AND d.sha256 = NEW.sha256 AND d.denied = 0)) OR (NEW.downloads <> OLD.downloads AND NOT (NEW.downloads = OLD.downloads + 1 AND EXISTS (SELECT 1 FROM release_decisions d WHERE d.export_id = NEW.id AND d.stage = 'download' AND d.sha256 = NEW.sha256 AND d.denied = 0 AND d.number = NEW.downloads) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'legal' AND p.sha256 = NEW.sha256) AND EXISTS (SELECT 1 FROM export_approvals p WHERE p.export_id = NEW.id AND p.kind = 'protection' AND p.sha256 = NEW.sha256))) THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER case_exports_guard_update BEFORE UPDATE ON case_exports FOR EACH ROW EXECUTE FUNCTION case_exports_guard_update();
--> statement-breakpoint
CREATE FUNCTION case_exports_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.status IN ('ready', 'building') OR NEW.downloads <> 0 OR NEW.sha256 IS NOT NULL THEN RAISE EXCEPTION 'attest:release.not_decided'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER case_exports_guard_insert BEFORE INSERT ON case_exports FOR EACH ROW EXECUTE FUNCTION case_exports_guard_insert();
