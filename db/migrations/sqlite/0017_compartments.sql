CREATE TABLE `clearances` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`bit` integer NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`expires_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`live_key` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `clearances_live_key` ON `clearances` (`live_key`);--> statement-breakpoint
CREATE INDEX `clearances_account_idx` ON `clearances` (`account_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `clearances_case_idx` ON `clearances` (`case_id`,`proposed_at`,`id`);--> statement-breakpoint
CREATE TABLE `compartment_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`record_id` text NOT NULL,
	`own` integer NOT NULL,
	`mask` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "compartment_marks_holds_own" CHECK(("compartment_marks"."own" & "compartment_marks"."mask") = "compartment_marks"."own")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `compartment_marks_record_key` ON `compartment_marks` (`record_id`);--> statement-breakpoint
CREATE INDEX `compartment_marks_case_idx` ON `compartment_marks` (`case_id`,`mask`);--> statement-breakpoint
CREATE TABLE `compartments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`bit` integer NOT NULL,
	`name` text NOT NULL,
	`name_ar` text,
	`sensitive` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `compartments_bit_key` ON `compartments` (`bit`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`before` integer NOT NULL,
	`after` integer NOT NULL,
	`reason` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`approved_at` integer,
	`approved_by` text,
	`withdrawn_at` integer,
	`waiting_key` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placements_noun_one_of" CHECK("placements"."noun" in ('testimony', 'witness', 'victim'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `placements_waiting_key` ON `placements` (`waiting_key`);--> statement-breakpoint
CREATE INDEX `placements_record_idx` ON `placements` (`record_id`,`proposed_at`,`id`);--> statement-breakpoint
DROP INDEX `links_to_idx`;--> statement-breakpoint
CREATE INDEX `links_to_idx` ON `links` (`case_id`,`to_id`,`kind`,`created_at`,`id`,`from_id`) WHERE "links"."retracted_at" is null;