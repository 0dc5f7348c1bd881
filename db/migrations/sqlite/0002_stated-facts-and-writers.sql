CREATE TABLE `testimony_writers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`human_id` text NOT NULL,
	`first_at` integer NOT NULL,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `testimony_writers_human_key` ON `testimony_writers` (`testimony_id`,`human_id`);--> statement-breakpoint
ALTER TABLE `testimony_versions` ADD `facts` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
-- Hand-written: SQLite adds no column without a default, and who wrote on a testimony is never unwritten.
CREATE TRIGGER testimony_writers_never_deleted BEFORE DELETE ON testimony_writers BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_guard_update BEFORE UPDATE ON testimony_writers BEGIN SELECT RAISE(ABORT, 'attest:testimony.writers_are_fixed'); END;
--> statement-breakpoint
CREATE TRIGGER testimony_writers_never_replaced BEFORE INSERT ON testimony_writers WHEN EXISTS (SELECT 1 FROM testimony_writers w WHERE w.id = NEW.id OR (w.testimony_id = NEW.testimony_id AND w.human_id = NEW.human_id)) BEGIN SELECT RAISE(ABORT, 'attest:testimony.writers_are_fixed'); END;
