CREATE TABLE "external_identities" (
	"account_id" text PRIMARY KEY NOT NULL,
	"identity_hash" text NOT NULL,
	"issuer" text NOT NULL,
	"tied_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "external_identities_identity_key" ON "external_identities" USING btree ("identity_hash");