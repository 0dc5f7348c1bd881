CREATE TABLE "contact_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"number" integer NOT NULL,
	"sealed" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "contact_plans_number_key" UNIQUE("witness_id","number")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"witness_id" text NOT NULL,
	"service" text NOT NULL,
	"outcome" text NOT NULL,
	"support_person" text NOT NULL,
	"referred_to" text,
	"offered_on" text NOT NULL,
	"note" text,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"follow_up" text,
	"follow_up_note" text,
	"followed_up_at" bigint,
	"followed_up_by" text,
	CONSTRAINT "referrals_service_one_of" CHECK ("referrals"."service" in ('medical', 'mental_health', 'legal', 'shelter', 'protection', 'livelihood', 'other')),
	CONSTRAINT "referrals_outcome_one_of" CHECK ("referrals"."outcome" in ('accepted', 'declined', 'prefer_not_to_say', 'not_available', 'not_needed')),
	CONSTRAINT "referrals_support_person_one_of" CHECK ("referrals"."support_person" in ('present', 'declined', 'prefer_not_to_say', 'not_asked')),
	CONSTRAINT "referrals_referred_to_one_of" CHECK ("referrals"."referred_to" in ('own_team', 'health_service', 'legal_aid', 'shelter_service', 'local_organisation', 'international_organisation', 'other')),
	CONSTRAINT "referrals_follow_up_one_of" CHECK ("referrals"."follow_up" in ('waiting', 'reached', 'not_reached', 'over'))
);
--> statement-breakpoint
ALTER TABLE "contact_plans" ADD CONSTRAINT "contact_plans_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_plans" ADD CONSTRAINT "contact_plans_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_witness_id_witnesses_id_fk" FOREIGN KEY ("witness_id") REFERENCES "public"."witnesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referrals_witness_idx" ON "referrals" USING btree ("witness_id","recorded_at");--> statement-breakpoint
CREATE TRIGGER contact_plans_never_deleted BEFORE DELETE ON contact_plans FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_plans_never_truncated BEFORE TRUNCATE ON contact_plans FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER contact_plans_guard_update BEFORE UPDATE ON contact_plans FOR EACH ROW EXECUTE FUNCTION attest_refuse('contact.stands');
--> statement-breakpoint
CREATE TRIGGER referrals_never_deleted BEFORE DELETE ON referrals FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER referrals_never_truncated BEFORE TRUNCATE ON referrals FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION referrals_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.witness_id IS DISTINCT FROM OLD.witness_id OR NEW.service IS DISTINCT FROM OLD.service OR NEW.outcome IS DISTINCT FROM OLD.outcome OR NEW.support_person IS DISTINCT FROM OLD.support_person OR NEW.referred_to IS DISTINCT FROM OLD.referred_to OR NEW.offered_on IS DISTINCT FROM OLD.offered_on OR NEW.note IS DISTINCT FROM OLD.note OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by OR OLD.follow_up IS NULL OR OLD.follow_up = 'over' OR NEW.follow_up IS NULL OR NEW.follow_up = 'waiting' OR NEW.followed_up_at IS NULL OR NEW.followed_up_by IS NULL THEN RAISE EXCEPTION 'attest:referral.stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER referrals_guard_update BEFORE UPDATE ON referrals FOR EACH ROW EXECUTE FUNCTION referrals_guard_update();
