CREATE TABLE "consent_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"number" integer NOT NULL,
	"recipient_class" text NOT NULL,
	"purpose" text NOT NULL,
	"country" text,
	"answer" text NOT NULL,
	"form" text NOT NULL,
	"answered_at" bigint NOT NULL,
	"ends_at" bigint,
	"exclusions" jsonb NOT NULL,
	"conditions" jsonb NOT NULL,
	"refused_elements" jsonb NOT NULL,
	"process" jsonb NOT NULL,
	"note" text,
	"waits_for_second" boolean NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	CONSTRAINT "consent_answers_number_key" UNIQUE("witness_id","number")
);
--> statement-breakpoint
ALTER TABLE "consent_answers" ADD CONSTRAINT "consent_answers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_answers" ADD CONSTRAINT "consent_answers_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_answers_case_idx" ON "consent_answers" USING btree ("case_id","witness_id","number");--> statement-breakpoint
CREATE TRIGGER consent_answers_never_deleted BEFORE DELETE ON consent_answers FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER consent_answers_never_truncated BEFORE TRUNCATE ON consent_answers FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION consent_answers_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.number IS DISTINCT FROM OLD.number OR NEW.recipient_class IS DISTINCT FROM OLD.recipient_class OR NEW.purpose IS DISTINCT FROM OLD.purpose OR NEW.country IS DISTINCT FROM OLD.country OR NEW.answer IS DISTINCT FROM OLD.answer OR NEW.form IS DISTINCT FROM OLD.form OR NEW.answered_at IS DISTINCT FROM OLD.answered_at OR NEW.ends_at IS DISTINCT FROM OLD.ends_at OR NEW.exclusions IS DISTINCT FROM OLD.exclusions OR NEW.conditions IS DISTINCT FROM OLD.conditions OR NEW.refused_elements IS DISTINCT FROM OLD.refused_elements OR NEW.process IS DISTINCT FROM OLD.process OR NEW.note IS DISTINCT FROM OLD.note OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by THEN RAISE EXCEPTION 'attest:consent.answer_stands'; END IF;
  IF NOT OLD.waits_for_second OR NEW.waits_for_second THEN RAISE EXCEPTION 'attest:consent.does_not_wait'; END IF;
  IF NEW.approved_at IS NULL OR NEW.approved_by IS NULL OR EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id = NEW.recorded_by) OR NOT EXISTS (SELECT 1 FROM accounts WHERE id = NEW.approved_by) THEN RAISE EXCEPTION 'attest:consent.second_person'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER consent_answers_guard_update BEFORE UPDATE ON consent_answers FOR EACH ROW EXECUTE FUNCTION consent_answers_guard_update();
