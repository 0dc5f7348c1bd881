CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"approved_at" bigint,
	"approved_by" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"withdrawn_at" bigint,
	CONSTRAINT "invitations_kind_one_of" CHECK ("invitations"."kind" in ('invitation', 'recovery'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_account_idx" ON "invitations" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "invitations_open_idx" ON "invitations" USING btree ("expires_at","id");--> statement-breakpoint
DELETE FROM "receipts";