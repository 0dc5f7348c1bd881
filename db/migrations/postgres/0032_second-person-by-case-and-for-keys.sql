CREATE TABLE "key_permits" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"what" text NOT NULL,
	"status" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"asked_by_human_id" text NOT NULL,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"usable_until" bigint,
	"used_at" bigint,
	CONSTRAINT "key_permits_what_one_of" CHECK ("key_permits"."what" in ('rotated', 'under_passphrase', 'under_key', 'custodians_set')),
	CONSTRAINT "key_permits_status_one_of" CHECK ("key_permits"."status" in ('waiting', 'approved', 'refused', 'used'))
);
--> statement-breakpoint
CREATE TABLE "identity_demands" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"demanded_at" bigint NOT NULL,
	"demanded_by" text NOT NULL,
	CONSTRAINT "identity_demands_case_key" UNIQUE("case_id")
);
--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_one_of";--> statement-breakpoint
ALTER TABLE "key_permits" ADD CONSTRAINT "key_permits_asked_by_human_id_humans_id_fk" FOREIGN KEY ("asked_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "key_permits" ADD CONSTRAINT "key_permits_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_demands" ADD CONSTRAINT "identity_demands_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "key_permits_status_idx" ON "key_permits" USING btree ("status","asked_at","id");--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_waiting', 'seeking_many'));
--> statement-breakpoint
-- Hand-written: nothing is deleted, what is demanded stays so, and two humans agree, even by direct SQL.
CREATE TRIGGER identity_demands_never_deleted BEFORE DELETE ON identity_demands FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_demands_never_truncated BEFORE TRUNCATE ON identity_demands FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER key_permits_never_deleted BEFORE DELETE ON key_permits FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER key_permits_never_truncated BEFORE TRUNCATE ON key_permits FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER identity_demands_guard_update BEFORE UPDATE ON identity_demands FOR EACH ROW EXECUTE FUNCTION attest_refuse('vault.second_stays');
--> statement-breakpoint
CREATE FUNCTION key_permits_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status <> 'waiting' OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL OR NEW.used_at IS NOT NULL THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER key_permits_guard_insert BEFORE INSERT ON key_permits FOR EACH ROW EXECUTE FUNCTION key_permits_guard_insert();
--> statement-breakpoint
CREATE FUNCTION key_permits_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.id IS DISTINCT FROM OLD.id OR NEW.what IS DISTINCT FROM OLD.what OR NEW.asked_at IS DISTINCT FROM OLD.asked_at OR NEW.asked_by_human_id IS DISTINCT FROM OLD.asked_by_human_id THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  IF NOT (OLD.status = 'waiting' AND NEW.status IN ('approved', 'refused') OR OLD.status = 'approved' AND NEW.status IN ('used', 'refused')) THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  IF NEW.decided_at IS NULL OR NEW.decided_by_human_id IS NULL THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  IF NEW.status IN ('approved', 'refused') AND NEW.used_at IS NOT NULL OR NEW.status = 'refused' AND NEW.usable_until IS NOT NULL THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  IF NEW.status = 'approved' AND NEW.decided_by_human_id = OLD.asked_by_human_id THEN RAISE EXCEPTION 'attest:keys.own_request'; END IF;
  IF NEW.status = 'approved' AND (NEW.decided_at > OLD.asked_at + 86400000 OR NEW.usable_until IS NULL OR NEW.usable_until > NEW.decided_at + 86400000) THEN RAISE EXCEPTION 'attest:keys.permit_over'; END IF;
  IF NEW.status = 'used' AND (NEW.decided_at IS DISTINCT FROM OLD.decided_at OR NEW.decided_by_human_id IS DISTINCT FROM OLD.decided_by_human_id OR NEW.usable_until IS DISTINCT FROM OLD.usable_until OR NEW.used_at IS NULL) THEN RAISE EXCEPTION 'attest:keys.permit_stands'; END IF;
  IF NEW.status = 'used' AND NEW.used_at > OLD.usable_until THEN RAISE EXCEPTION 'attest:keys.permit_over'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER key_permits_guard_update BEFORE UPDATE ON key_permits FOR EACH ROW EXECUTE FUNCTION key_permits_guard_update();
--> statement-breakpoint
-- Also the case can demand a second person.
CREATE OR REPLACE FUNCTION reveals_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.status NOT IN ('waiting', 'opened') OR NEW.decided_at IS NOT NULL OR NEW.decided_by_human_id IS NOT NULL OR NEW.usable_until IS NOT NULL THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.shredded_at IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.shredded'; END IF;
  IF NEW.status = 'waiting' AND (NEW.opened_at IS NOT NULL OR NEW.shown_until IS NOT NULL OR NEW.session_mark IS NOT NULL) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'opened' AND (NEW.opened_at IS NULL OR NEW.shown_until IS NULL OR NEW.session_mark IS NULL OR NEW.shown_until > NEW.opened_at + 120000) THEN RAISE EXCEPTION 'attest:vault.stands'; END IF;
  IF NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identities i WHERE i.id = NEW.identity_id AND i.demands_second) THEN RAISE EXCEPTION 'attest:vault.second_needed'; END IF;
  IF NEW.status = 'opened' AND EXISTS (SELECT 1 FROM identity_demands d WHERE d.case_id = NEW.case_id) THEN RAISE EXCEPTION 'attest:vault.second_needed'; END IF;
  RETURN NEW;
END $$;
