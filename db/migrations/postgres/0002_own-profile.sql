CREATE TABLE "account_profiles" (
	"account_id" text PRIMARY KEY NOT NULL,
	"locale" text,
	"calendar" text NOT NULL,
	"time_zone" text,
	"date_style" text NOT NULL,
	"single_keys" boolean NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "account_profiles_locale_one_of" CHECK ("account_profiles"."locale" in ('en', 'ar')),
	CONSTRAINT "account_profiles_calendar_one_of" CHECK ("account_profiles"."calendar" in ('gregorian', 'hijri')),
	CONSTRAINT "account_profiles_date_style_one_of" CHECK ("account_profiles"."date_style" in ('words', 'digits', 'iso'))
);
--> statement-breakpoint
ALTER TABLE "account_profiles" ADD CONSTRAINT "account_profiles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;