CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`human_id` text NOT NULL,
	`kind` text NOT NULL,
	`case_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`anchor_id` text,
	`by_human_id` text,
	`once_key` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_kind_one_of" CHECK("__new_notices"."kind" in ('assigned', 'assignment_ended', 'mentioned', 'commented', 'testimony_returned', 'testimony_accepted', 'finding_returned', 'finding_approved', 'finding_contested', 'review_waiting', 'export_ready', 'export_failed', 'export_expiring', 'admitted', 'emergency_opened', 'emergency_reviewed', 'identity_opened', 'identity_emptied', 'identity_waiting', 'seeking_many')),
	CONSTRAINT "notices_noun_one_of" CHECK("__new_notices"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding', 'export', 'case', 'emergency'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at") SELECT "id", "human_id", "kind", "case_id", "noun", "record_id", "anchor_id", "by_human_id", "once_key", "created_at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once_key` ON `notices` (`once_key`);--> statement-breakpoint
CREATE INDEX `notices_human_idx` ON `notices` (`human_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread_idx` ON `notices` (`human_id`,`record_id`) WHERE "notices"."read_at" is null;--> statement-breakpoint
CREATE INDEX `notices_age_idx` ON `notices` (`created_at`);
--> statement-breakpoint
CREATE TRIGGER identities_guard_held BEFORE UPDATE ON identities WHEN NEW.shredded_at IS NULL AND (OLD.names IS NOT NULL AND NEW.names IS NULL OR OLD.contacts IS NOT NULL AND NEW.contacts IS NULL OR OLD.relatives IS NOT NULL AND NEW.relatives IS NULL OR OLD.papers IS NOT NULL AND NEW.papers IS NULL OR OLD.likeness IS NOT NULL AND NEW.likeness IS NULL) BEGIN
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM legal_holds h LEFT JOIN testimonies t ON t.id = h.testimony_id WHERE h.case_id = NEW.case_id AND h.lifted_at IS NULL AND (h.testimony_id IS NULL OR t.witness_id = NEW.person_id)) THEN RAISE(ABORT, 'attest:vault.held') END;
END;
