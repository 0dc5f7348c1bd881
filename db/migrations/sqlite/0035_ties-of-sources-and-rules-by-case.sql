CREATE TABLE `source_ties` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	`retraction_reason` text,
	`import_key` text,
	`case_id` text NOT NULL,
	`family` text NOT NULL,
	`kind` text NOT NULL,
	`witness_id` text,
	`source_id` text,
	`other_witness_id` text,
	`other_source_id` text,
	`weight_tenths` integer,
	`weight_reason` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_ties_family_one_of" CHECK("source_ties"."family" in ('hard', 'soft')),
	CONSTRAINT "source_ties_weight_tenths" CHECK("source_ties"."weight_tenths" between 0 and 9),
	CONSTRAINT "source_ties_one_end" CHECK(("source_ties"."witness_id" is null) <> ("source_ties"."source_id" is null)),
	CONSTRAINT "source_ties_other_end" CHECK(("source_ties"."other_witness_id" is null) <> ("source_ties"."other_source_id" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `source_ties_code_key` ON `source_ties` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `source_ties_import_key` ON `source_ties` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `source_ties_witness_idx` ON `source_ties` (`witness_id`);--> statement-breakpoint
CREATE INDEX `source_ties_source_idx` ON `source_ties` (`source_id`);--> statement-breakpoint
CREATE INDEX `source_ties_other_witness_idx` ON `source_ties` (`other_witness_id`);--> statement-breakpoint
CREATE INDEX `source_ties_other_source_idx` ON `source_ties` (`other_source_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `algorithm_version` text DEFAULT 'attest-corroboration-1' NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `spans` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `party_id` text REFERENCES actors(id);--> statement-breakpoint
ALTER TABLE `sources` ADD `organisation_id` text REFERENCES sources(id);--> statement-breakpoint
ALTER TABLE `sources` ADD `is_unattributed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `sources_party_idx` ON `sources` (`party_id`);--> statement-breakpoint
CREATE INDEX `sources_organisation_idx` ON `sources` (`organisation_id`);--> statement-breakpoint
ALTER TABLE `testimonies` ADD `saw_coverage` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE TRIGGER source_ties_never_deleted BEFORE DELETE ON source_ties BEGIN SELECT RAISE(ABORT, 'attest:record.never_deleted'); END;
--> statement-breakpoint
CREATE TRIGGER source_ties_never_replaced BEFORE INSERT ON source_ties BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM source_ties WHERE rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key); SELECT RAISE(IGNORE) FROM source_ties WHERE code = NEW.code; END;
--> statement-breakpoint
CREATE TRIGGER source_ties_never_replaced_update BEFORE UPDATE ON source_ties WHEN NEW.rowid IS NOT OLD.rowid OR NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.case_id IS NOT OLD.case_id OR NEW.import_key IS NOT OLD.import_key BEGIN SELECT RAISE(ABORT, 'attest:record.never_replaced') FROM source_ties WHERE rowid <> OLD.rowid AND (rowid = NEW.rowid OR id = NEW.id OR (case_id = NEW.case_id AND import_key = NEW.import_key) OR code = NEW.code); END;
--> statement-breakpoint
UPDATE testimonies SET saw_coverage = 1 WHERE EXISTS (SELECT 1 FROM testimony_versions v WHERE v.testimony_id = testimonies.id AND v.number = COALESCE(testimonies.accepted_number, testimonies.version_number) AND json_extract(v.facts, '$.heardBefore.sawPosts') = 'yes');
--> statement-breakpoint
CREATE TRIGGER source_ties_guard_insert BEFORE INSERT ON source_ties WHEN NOT ((NEW.family = 'hard' AND NEW.kind IN ('same_person', 'relay_naming_origin', 'same_anonymous_channel') AND NEW.weight_tenths IS NULL) OR (NEW.family = 'soft' AND NEW.kind IN ('coached_or_shown_account', 'group_interview', 'discussed_facet', 'same_list_or_organisation', 'one_party', 'same_household_or_kin') AND NEW.weight_tenths IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'attest:dependency.hard_has_no_weight'); END;
--> statement-breakpoint
CREATE TRIGGER source_ties_guard_update BEFORE UPDATE ON source_ties WHEN NOT ((NEW.family = 'hard' AND NEW.kind IN ('same_person', 'relay_naming_origin', 'same_anonymous_channel') AND NEW.weight_tenths IS NULL) OR (NEW.family = 'soft' AND NEW.kind IN ('coached_or_shown_account', 'group_interview', 'discussed_facet', 'same_list_or_organisation', 'one_party', 'same_household_or_kin') AND NEW.weight_tenths IS NOT NULL)) OR NEW.case_id IS NOT OLD.case_id OR NEW.family IS NOT OLD.family OR NEW.kind IS NOT OLD.kind OR NEW.witness_id IS NOT OLD.witness_id OR NEW.source_id IS NOT OLD.source_id OR NEW.other_witness_id IS NOT OLD.other_witness_id OR NEW.other_source_id IS NOT OLD.other_source_id BEGIN SELECT RAISE(ABORT, 'attest:dependency.hard_has_no_weight'); END;
