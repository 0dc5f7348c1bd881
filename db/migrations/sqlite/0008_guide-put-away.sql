CREATE TABLE `guide_closings` (
	`account_id` text PRIMARY KEY NOT NULL,
	`closed_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
