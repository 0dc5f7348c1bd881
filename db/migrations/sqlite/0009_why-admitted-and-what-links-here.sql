ALTER TABLE `case_members` ADD `admission_reason` text;--> statement-breakpoint
CREATE INDEX `allegations_actor_idx` ON `allegations` (`actor_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `allegations_victim_idx` ON `allegations` (`victim_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `allegations_place_idx` ON `allegations` (`place_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `testimonies_place_idx` ON `testimonies` (`taken_place_id`,`created_at`);