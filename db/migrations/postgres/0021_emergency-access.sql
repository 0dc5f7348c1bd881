CREATE TABLE "emergency_accesses" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"reason" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"ended_at" bigint,
	"reviewed_at" bigint,
	"reviewed_by" text,
	"verdict" text,
	"review_note" text,
	CONSTRAINT "emergency_accesses_verdict_one_of" CHECK ("emergency_accesses"."verdict" in ('justified', 'unjustified'))
);
--> statement-breakpoint
ALTER TABLE "case_members" DROP CONSTRAINT "case_members_role_one_of";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_kind_one_of";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_noun_one_of";--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "emergency_accesses_waiting_idx" ON "emergency_accesses" USING btree ("account_id") WHERE "emergency_accesses"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX "emergency_accesses_account_idx" ON "emergency_accesses" USING btree ("account_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "emergency_accesses_case_idx" ON "emergency_accesses" USING btree ("case_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "emergency_accesses_opened_idx" ON "emergency_accesses" USING btree ("opened_at","id");--> statement-breakpoint
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_role_one_of" CHECK ("case_members"."role" in ('investigator', 'reviewer', 'senior_reviewer', 'legal_officer', 'protection_officer', 'on_call'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_kind_one_of" CHECK ("notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed'));--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_noun_one_of" CHECK ("notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'));--> statement-breakpoint
-- Hand-written: nothing is deleted, what was opened stays as it was said, and another human looks at it, even by direct SQL.
CREATE TRIGGER emergency_accesses_never_deleted BEFORE DELETE ON emergency_accesses FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_never_truncated BEFORE TRUNCATE ON emergency_accesses FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION emergency_accesses_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.reviewed_at IS NOT NULL OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at) OR NEW.id IS DISTINCT FROM OLD.id OR NEW.case_id IS DISTINCT FROM OLD.case_id OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.opened_at IS DISTINCT FROM OLD.opened_at OR NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN RAISE EXCEPTION 'attest:emergency.reviewed'; END IF;
  IF NEW.ended_at IS NOT NULL AND (NEW.ended_at < NEW.opened_at OR NEW.ended_at > NEW.expires_at) THEN RAISE EXCEPTION 'attest:emergency.over'; END IF;
  IF NEW.reviewed_at IS NOT NULL AND (NEW.reviewed_by IS NULL OR NEW.verdict IS NULL OR NEW.review_note IS NULL OR NEW.reviewed_at < COALESCE(NEW.ended_at, NEW.expires_at)) THEN RAISE EXCEPTION 'attest:emergency.still_open'; END IF;
  IF NEW.reviewed_by IS NOT NULL AND (EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.reviewed_by AND b.id = NEW.account_id) OR NOT EXISTS (SELECT 1 FROM accounts WHERE id = NEW.reviewed_by)) THEN RAISE EXCEPTION 'attest:emergency.second_person'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_guard_update BEFORE UPDATE ON emergency_accesses FOR EACH ROW EXECUTE FUNCTION emergency_accesses_guard_update();
--> statement-breakpoint
CREATE FUNCTION emergency_accesses_guard_insert() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF NEW.reviewed_at IS NOT NULL OR NEW.ended_at IS NOT NULL OR NEW.expires_at <= NEW.opened_at OR NEW.expires_at > NEW.opened_at + 1800000 THEN RAISE EXCEPTION 'attest:emergency.too_long'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER emergency_accesses_guard_insert BEFORE INSERT ON emergency_accesses FOR EACH ROW EXECUTE FUNCTION emergency_accesses_guard_insert();
