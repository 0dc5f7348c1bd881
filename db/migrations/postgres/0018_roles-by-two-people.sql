CREATE TABLE "role_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"account_id" text NOT NULL,
	"account_version" integer NOT NULL,
	"role" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"proposed_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"withdrawn_at" bigint,
	"withdrawn_by" text,
	CONSTRAINT "role_proposals_role_one_of" CHECK ("role_proposals"."role" in ('administrator', 'auditor'))
);
--> statement-breakpoint
ALTER TABLE "account_roles" ADD COLUMN "approved_by" text;--> statement-breakpoint
ALTER TABLE "account_roles" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "account_roles" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "account_roles" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_proposals_account_idx" ON "role_proposals" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_proposals_open_idx" ON "role_proposals" USING btree ("expires_at","id");--> statement-breakpoint
-- Hand-written: nothing is deleted, what was proposed stays as it was, and two humans agree, even by direct SQL.
CREATE TRIGGER role_proposals_never_deleted BEFORE DELETE ON role_proposals FOR EACH ROW EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE TRIGGER role_proposals_never_truncated BEFORE TRUNCATE ON role_proposals FOR EACH STATEMENT EXECUTE FUNCTION attest_refuse('record.never_deleted');
--> statement-breakpoint
CREATE FUNCTION role_proposals_guard_update() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF OLD.approved_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL OR NEW.account_id IS DISTINCT FROM OLD.account_id OR NEW.account_version IS DISTINCT FROM OLD.account_version OR NEW.role IS DISTINCT FROM OLD.role OR NEW.reason IS DISTINCT FROM OLD.reason OR NEW.proposed_at IS DISTINCT FROM OLD.proposed_at OR NEW.proposed_by IS DISTINCT FROM OLD.proposed_by OR NEW.expires_at IS DISTINCT FROM OLD.expires_at THEN RAISE EXCEPTION 'attest:role.decided'; END IF;
  IF NEW.approved_by IS NOT NULL AND EXISTS (SELECT 1 FROM accounts a JOIN accounts b ON b.human_id = a.human_id WHERE a.id = NEW.approved_by AND b.id IN (NEW.proposed_by, NEW.account_id)) THEN RAISE EXCEPTION 'attest:role.second_person'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER role_proposals_guard_update BEFORE UPDATE ON role_proposals FOR EACH ROW EXECUTE FUNCTION role_proposals_guard_update();
