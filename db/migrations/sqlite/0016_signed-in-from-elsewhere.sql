CREATE TABLE `external_identities` (
	`account_id` text PRIMARY KEY NOT NULL,
	`identity_hash` text NOT NULL,
	`issuer` text NOT NULL,
	`tied_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `external_identities_identity_key` ON `external_identities` (`identity_hash`);