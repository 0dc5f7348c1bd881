CREATE TABLE "source_ties" (
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
	"family" text NOT NULL,
	"kind" text NOT NULL,
	"witness_id" text,
	"source_id" text,
	"other_witness_id" text,
	"other_source_id" text,
	"weight_tenths" integer,
	"weight_reason" text,
	"note" text,
	CONSTRAINT "source_ties_family_one_of" CHECK ("source_ties"."family" in ('hard', 'soft')),
	CONSTRAINT "source_ties_weight_tenths" CHECK ("source_ties"."weight_tenths" between 0 and 9),
	CONSTRAINT "source_ties_one_end" CHECK (("source_ties"."witness_id" is null) <> ("source_ties"."source_id" is null)),
	CONSTRAINT "source_ties_other_end" CHECK (("source_ties"."other_witness_id" is null) <> ("source_ties"."other_source_id" is null))
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "algorithm_version" text DEFAULT 'attest-corroboration-1' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "spans" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "party_id" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "organisation_id" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "is_unattributed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "testimonies" ADD COLUMN "saw_coverage" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_ties" ADD CONSTRAINT "source_ties_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_ties" ADD CONSTRAINT "source_ties_case_id_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_ties" ADD CONSTRAINT "source_ties_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_ties" ADD CONSTRAINT "source_ties_case_id_other_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","other_witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_ties" ADD CONSTRAINT "source_ties_case_id_other_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","other_source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "source_ties_code_key" ON "source_ties" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "source_ties_import_key" ON "source_ties" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "source_ties_witness_idx" ON "source_ties" USING btree ("witness_id");--> statement-breakpoint
CREATE INDEX "source_ties_source_idx" ON "source_ties" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "source_ties_other_witness_idx" ON "source_ties" USING btree ("other_witness_id");--> statement-breakpoint
CREATE INDEX "source_ties_other_source_idx" ON "source_ties" USING btree ("other_source_id");--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_party_id_actors_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_organisation_id_sources_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sources_party_idx" ON "sources" USING btree ("party_id");--> statement-breakpoint
CREATE INDEX "sources_organisation_idx" ON "sources" USING btree ("organisation_id");--> statement-breakpoint
CREATE TRIGGER source_ties_never_deleted BEFORE DELETE ON source_ties FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER source_ties_never_truncated BEFORE TRUNCATE ON source_ties FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
ALTER TABLE "source_ties" ALTER COLUMN "code" TYPE text COLLATE "C";
--> statement-breakpoint
UPDATE testimonies SET saw_coverage = true WHERE EXISTS (SELECT 1 FROM testimony_versions v WHERE v.testimony_id = testimonies.id AND v.number = COALESCE(testimonies.accepted_number, testimonies.version_number) AND v.facts #>> '{heardBefore,sawPosts}' = 'yes');
--> statement-breakpoint
CREATE FUNCTION source_ties_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT ((NEW.family = 'hard' AND NEW.kind IN ('same_person', 'relay_naming_origin', 'same_anonymous_channel') AND NEW.weight_tenths IS NULL) OR (NEW.family = 'soft' AND NEW.kind IN ('coached_or_shown_account', 'group_interview', 'discussed_facet', 'same_list_or_organisation', 'one_party', 'same_household_or_kin') AND NEW.weight_tenths IS NOT NULL)) THEN RAISE EXCEPTION 'attest:dependency.hard_has_no_weight'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER source_ties_guard_insert BEFORE INSERT ON source_ties FOR EACH ROW EXECUTE FUNCTION source_ties_guard_insert();
--> statement-breakpoint
CREATE FUNCTION source_ties_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NOT ((NEW.family = 'hard' AND NEW.kind IN ('same_person', 'relay_naming_origin', 'same_anonymous_channel') AND NEW.weight_tenths IS NULL) OR (NEW.family = 'soft' AND NEW.kind IN ('coached_or_shown_account', 'group_interview', 'discussed_facet', 'same_list_or_organisation', 'one_party', 'same_household_or_kin') AND NEW.weight_tenths IS NOT NULL)) OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.family IS DISTINCT FROM OLD.family OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.source_id IS DISTINCT FROM OLD.source_id OR NEW.other_witness_id IS DISTINCT FROM OLD.other_witness_id OR NEW.other_source_id IS DISTINCT FROM OLD.other_source_id THEN RAISE EXCEPTION 'attest:dependency.hard_has_no_weight'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER source_ties_guard_update BEFORE UPDATE ON source_ties FOR EACH ROW EXECUTE FUNCTION source_ties_guard_update();
