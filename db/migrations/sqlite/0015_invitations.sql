CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitations_kind_one_of" CHECK("invitations"."kind" in ('invitation', 'recovery'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `invitations_account_idx` ON `invitations` (`account_id`);--> statement-breakpoint
CREATE INDEX `invitations_open_idx` ON `invitations` (`expires_at`,`id`);--> statement-breakpoint
DELETE FROM `receipts`;