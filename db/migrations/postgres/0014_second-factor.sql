CREATE TABLE "factors" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"secret" text,
	"last_step" bigint,
	"credential_id" text,
	"public_key" text,
	"sign_count" bigint,
	"created_at" bigint NOT NULL,
	"used_at" bigint,
	"retired_at" bigint,
	CONSTRAINT "factors_kind_one_of" CHECK ("factors"."kind" in ('totp', 'passkey'))
);
--> statement-breakpoint
CREATE TABLE "recovery_series" (
	"account_id" text PRIMARY KEY NOT NULL,
	"series" integer NOT NULL,
	"used" jsonb NOT NULL,
	"made_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor" text;--> statement-breakpoint
ALTER TABLE "factors" ADD CONSTRAINT "factors_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_series" ADD CONSTRAINT "recovery_series_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "factors_account_idx" ON "factors" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "factors_credential_key" ON "factors" USING btree ("credential_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_factor_one_of" CHECK ("sessions"."factor" in ('totp', 'passkey', 'recovery'));