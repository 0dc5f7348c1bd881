CREATE TABLE "guide_closings" (
	"account_id" text PRIMARY KEY NOT NULL,
	"closed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "guide_closings" ADD CONSTRAINT "guide_closings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;