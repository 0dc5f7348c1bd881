CREATE TABLE `factors` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text,
	`secret` text,
	`last_step` integer,
	`credential_id` text,
	`public_key` text,
	`sign_count` integer,
	`created_at` integer NOT NULL,
	`used_at` integer,
	`retired_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "factors_kind_one_of" CHECK("factors"."kind" in ('totp', 'passkey'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `factors_account_idx` ON `factors` (`account_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `factors_credential_key` ON `factors` (`credential_id`);--> statement-breakpoint
CREATE TABLE `recovery_series` (
	`account_id` text PRIMARY KEY NOT NULL,
	`series` integer NOT NULL,
	`used` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `sessions` ADD `factor` text CONSTRAINT "sessions_factor_one_of" CHECK("sessions"."factor" in ('totp', 'passkey', 'recovery'));