CREATE TABLE `account_profiles` (
	`account_id` text PRIMARY KEY NOT NULL,
	`locale` text,
	`calendar` text NOT NULL,
	`time_zone` text,
	`date_style` text NOT NULL,
	`single_keys` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_profiles_locale_one_of" CHECK("account_profiles"."locale" in ('en', 'ar')),
	CONSTRAINT "account_profiles_calendar_one_of" CHECK("account_profiles"."calendar" in ('gregorian', 'hijri')),
	CONSTRAINT "account_profiles_date_style_one_of" CHECK("account_profiles"."date_style" in ('words', 'digits', 'iso'))
) STRICT;
