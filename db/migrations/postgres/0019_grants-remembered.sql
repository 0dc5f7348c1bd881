ALTER TABLE "case_members" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "case_members" ADD COLUMN "end_reason" text;--> statement-breakpoint
CREATE INDEX "account_roles_granted_idx" ON "account_roles" USING btree ("granted_at","id");--> statement-breakpoint
CREATE INDEX "case_members_admitted_idx" ON "case_members" USING btree ("admitted_at","id");