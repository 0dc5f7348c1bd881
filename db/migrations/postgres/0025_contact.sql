CREATE TABLE "contact_permits" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"given_at" bigint NOT NULL,
	"given_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text,
	CONSTRAINT "contact_permits_kind_one_of" CHECK ("contact_permits"."kind" in ('contact', 'interview'))
);
--> statement-breakpoint
CREATE TABLE "contact_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"number" integer NOT NULL,
	"mode" text NOT NULL,
	"through" text,
	"window_from" text,
	"window_until" text,
	"reason" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "contact_rules_number_key" UNIQUE("witness_id","number"),
	CONSTRAINT "contact_rules_mode_one_of" CHECK ("contact_rules"."mode" in ('open', 'only_window', 'only_through', 'never'))
);
--> statement-breakpoint
CREATE TABLE "contact_talks" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"recipient_id" text NOT NULL,
	"talked_at" bigint NOT NULL,
	"consents" boolean NOT NULL,
	"how_reached" text NOT NULL,
	"note" text,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "contact_talks_how_reached_one_of" CHECK ("contact_talks"."how_reached" in ('in_person', 'telephone', 'message', 'through_somebody'))
);
--> statement-breakpoint
ALTER TABLE "contact_permits" ADD CONSTRAINT "contact_permits_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_permits" ADD CONSTRAINT "contact_permits_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_rules" ADD CONSTRAINT "contact_rules_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_rules" ADD CONSTRAINT "contact_rules_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_talks" ADD CONSTRAINT "contact_talks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_talks" ADD CONSTRAINT "contact_talks_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_talks" ADD CONSTRAINT "contact_talks_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_permits_witness_idx" ON "contact_permits" USING btree ("witness_id","kind","expires_at");--> statement-breakpoint
CREATE INDEX "contact_talks_witness_idx" ON "contact_talks" USING btree ("witness_id","talked_at");--> statement-breakpoint
CREATE TRIGGER contact_talks_never_deleted BEFORE DELETE ON contact_talks FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_talks_never_truncated BEFORE TRUNCATE ON contact_talks FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_talks_guard_update BEFORE UPDATE ON contact_talks FOR EACH ROW EXECUTE FUNCTION attest_refuse('contact.stands');
--> statement-breakpoint
CREATE TRIGGER contact_rules_never_deleted BEFORE DELETE ON contact_rules FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_rules_never_truncated BEFORE TRUNCATE ON contact_rules FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_rules_guard_update BEFORE UPDATE ON contact_rules FOR EACH ROW EXECUTE FUNCTION attest_refuse('contact.stands');
--> statement-breakpoint
CREATE TRIGGER contact_permits_never_deleted BEFORE DELETE ON contact_permits FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_permits_never_truncated BEFORE TRUNCATE ON contact_permits FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION contact_permits_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.kind IS DISTINCT FROM OLD.kind OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.given_at IS DISTINCT FROM OLD.given_at OR NEW.given_by IS DISTINCT FROM OLD.given_by OR NEW.expires_at IS DISTINCT FROM OLD.expires_at OR OLD.used_at IS NOT NULL OR NEW.used_at IS NULL OR NEW.used_by IS NULL THEN RAISE EXCEPTION 'attest:contact.stands'; END IF;
  IF NEW.used_at >= OLD.expires_at THEN RAISE EXCEPTION 'attest:contact.permit_over'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER contact_permits_guard_update BEFORE UPDATE ON contact_permits FOR EACH ROW EXECUTE FUNCTION contact_permits_guard_update();
