CREATE TABLE `preferences` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `preferences_owner_key` ON `preferences` (`account_id`,`key`);--> statement-breakpoint
CREATE TABLE `taggings` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`live_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`tag_id`) REFERENCES `tags`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "taggings_noun_one_of" CHECK("taggings"."noun" in ('testimony', 'witness', 'victim', 'incident', 'actor', 'allegation', 'finding', 'place', 'source', 'media', 'figure', 'proceeding'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `taggings_live_key` ON `taggings` (`case_id`,`live_key`);--> statement-breakpoint
CREATE INDEX `taggings_record_idx` ON `taggings` (`record_id`,`tag_id`) WHERE "taggings"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `taggings_tag_idx` ON `taggings` (`tag_id`,`record_id`) WHERE "taggings"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name_key` ON `tags` (`case_id`,`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `tags_case_id_key` ON `tags` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`owner_account_id` text NOT NULL,
	`sharing` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_views_list_one_of" CHECK("saved_views"."list" in ('testimonies', 'witnesses', 'victims', 'incidents', 'actors', 'places', 'proceedings', 'sources', 'media', 'figures', 'allegations', 'findings')),
	CONSTRAINT "saved_views_sharing_one_of" CHECK("saved_views"."sharing" in ('personal', 'shared'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name_key` ON `saved_views` (`case_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `saved_views_list_idx` ON `saved_views` (`case_id`,`list`,`name`,`id`);
--> statement-breakpoint
-- Hand-written: as for every table of records, nothing is deleted or replaced, even by direct SQL.
CREATE TRIGGER tags_never_deleted BEFORE DELETE ON tags BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER tags_never_replaced BEFORE INSERT ON tags BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM tags WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND name_key = NEW.name_key) OR (case_id = NEW.case_id AND id = NEW.id); END;
--> statement-breakpoint
CREATE TRIGGER tags_never_replaced_update BEFORE UPDATE ON tags WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.name_key IS NOT OLD.name_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM tags WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND name_key = NEW.name_key) OR (case_id = NEW.case_id AND id = NEW.id)); END;
--> statement-breakpoint
CREATE TRIGGER taggings_never_deleted BEFORE DELETE ON taggings BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER taggings_never_replaced BEFORE INSERT ON taggings BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM taggings WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND live_key = NEW.live_key); END;
--> statement-breakpoint
CREATE TRIGGER taggings_never_replaced_update BEFORE UPDATE ON taggings WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.live_key IS NOT OLD.live_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM taggings WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND live_key = NEW.live_key)); END;
--> statement-breakpoint
CREATE TRIGGER saved_views_never_deleted BEFORE DELETE ON saved_views BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER saved_views_never_replaced BEFORE INSERT ON saved_views BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM saved_views WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND name_key = NEW.name_key); END;
--> statement-breakpoint
CREATE TRIGGER saved_views_never_replaced_update BEFORE UPDATE ON saved_views WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.name_key IS NOT OLD.name_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM saved_views WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND name_key = NEW.name_key)); END;
