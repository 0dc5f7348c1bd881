DROP INDEX `testimonies_witness_idx`;--> statement-breakpoint
CREATE INDEX `testimonies_witness_idx` ON `testimonies` (`witness_id`,`id`);