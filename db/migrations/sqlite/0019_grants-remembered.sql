ALTER TABLE `case_members` ADD `ended_by` text;--> statement-breakpoint
ALTER TABLE `case_members` ADD `end_reason` text;--> statement-breakpoint
CREATE INDEX `case_members_admitted_idx` ON `case_members` (`admitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `account_roles_granted_idx` ON `account_roles` (`granted_at`,`id`);