CREATE TABLE `account_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_roles_role_one_of" CHECK("account_roles"."role" in ('administrator', 'auditor'))
);
--> statement-breakpoint
CREATE INDEX `account_roles_account_idx` ON `account_roles` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`human_id` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_status_one_of" CHECK("accounts"."status" in ('active', 'disabled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_name_key` ON `accounts` (`name`);--> statement-breakpoint
CREATE TABLE `case_members` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`admitted_at` integer NOT NULL,
	`admitted_by` text NOT NULL,
	`expires_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_members_role_one_of" CHECK("case_members"."role" in ('investigator', 'reviewer', 'senior_reviewer', 'legal_officer', 'protection_officer'))
);
--> statement-breakpoint
CREATE INDEX `case_members_account_idx` ON `case_members` (`account_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_members_case_idx` ON `case_members` (`case_id`);--> statement-breakpoint
CREATE TABLE `humans` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`display_name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account_idx` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_throttles` (
	`name_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`blocked_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `actors` (
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
	`name` text NOT NULL,
	`name_ar` text,
	`aliases` text,
	`kind` text NOT NULL,
	`parent_id` text,
	`affiliation_alleged` text,
	`attributed_side` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`parent_id`) REFERENCES `actors`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actors_code_key` ON `actors` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `actors_import_key` ON `actors` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `actors_case_name_idx` ON `actors` (`case_id`,`name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `actors_case_id_key` ON `actors` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`title_ar` text,
	`summary` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`retracted_at` integer,
	`retraction_reason` text,
	CONSTRAINT "cases_kind_one_of" CHECK("cases"."kind" in ('live', 'training'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_code_key` ON `cases` (`code`);--> statement-breakpoint
CREATE TABLE `allegations` (
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
	`incident_id` text NOT NULL,
	`violation` text NOT NULL,
	`actor_id` text,
	`victim_id` text,
	`place_id` text,
	`occurred_edtf` text,
	`occurred_wording` text,
	`occurred_sort` text NOT NULL,
	`wording` text NOT NULL,
	`child_concerned` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`incident_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`actor_id`) REFERENCES `actors`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`victim_id`) REFERENCES `victims`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`place_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `allegations_code_key` ON `allegations` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `allegations_import_key` ON `allegations` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `allegations_incident_idx` ON `allegations` (`incident_id`);--> statement-breakpoint
CREATE INDEX `allegations_case_idx` ON `allegations` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `allegations_case_id_key` ON `allegations` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `dependencies` (
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
	`statement_id` text NOT NULL,
	`other_statement_id` text NOT NULL,
	`weight_tenths` integer,
	`weight_reason` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`statement_id`) REFERENCES `statements`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_statement_id`) REFERENCES `statements`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dependencies_family_one_of" CHECK("dependencies"."family" in ('hard', 'soft')),
	CONSTRAINT "dependencies_weight_tenths" CHECK("dependencies"."weight_tenths" between 0 and 9)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dependencies_code_key` ON `dependencies` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `dependencies_import_key` ON `dependencies` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `dependencies_statement_idx` ON `dependencies` (`statement_id`);--> statement-breakpoint
CREATE INDEX `dependencies_other_idx` ON `dependencies` (`other_statement_id`);--> statement-breakpoint
CREATE TABLE `evidence_links` (
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
	`statement_id` text NOT NULL,
	`allegation_id` text NOT NULL,
	`facet` text NOT NULL,
	`stance` text NOT NULL,
	`rationale` text NOT NULL,
	`author_human_id` text NOT NULL,
	`resolved_at` integer,
	`resolution_reason` text,
	`resolved_by_human_id` text,
	`pair_key` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`statement_id`) REFERENCES `statements`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`allegation_id`) REFERENCES `allegations`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_links_facet_one_of" CHECK("evidence_links"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "evidence_links_stance_one_of" CHECK("evidence_links"."stance" in ('support', 'contradict', 'qualify', 'context'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_links_code_key` ON `evidence_links` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_links_pair_key` ON `evidence_links` (`case_id`,`pair_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_links_import_key` ON `evidence_links` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `evidence_links_allegation_idx` ON `evidence_links` (`allegation_id`,`facet`);--> statement-breakpoint
CREATE INDEX `evidence_links_statement_idx` ON `evidence_links` (`statement_id`);--> statement-breakpoint
CREATE TABLE `findings` (
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
	`allegation_id` text NOT NULL,
	`facet` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`conclusion` text NOT NULL,
	`determination` integer,
	`standard` text NOT NULL,
	`reasoning` text NOT NULL,
	`contrary_search` text NOT NULL,
	`contrary_search_on` text,
	`contrary_search_result` text,
	`ceiling` integer NOT NULL,
	`contested` integer NOT NULL,
	`refuted_proposed` integer NOT NULL,
	`witness_set` text NOT NULL,
	`contradictions` text,
	`inputs_hash` text NOT NULL,
	`algorithm_version` text NOT NULL,
	`codebook_version` text NOT NULL,
	`needs_second` integer NOT NULL,
	`author_human_id` text NOT NULL,
	`submitted_at` integer,
	`reviewer_human_id` text,
	`reviewer_conflict` text,
	`reviewed_at` integer,
	`second_human_id` text,
	`second_conflict` text,
	`approved_at` integer,
	`comment` text,
	`contest_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`allegation_id`) REFERENCES `allegations`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "findings_facet_one_of" CHECK("findings"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "findings_status_one_of" CHECK("findings"."status" in ('draft', 'submitted', 'in_review', 'returned', 'first_approved', 'approved', 'contested', 'refuted', 'withdrawn', 'superseded')),
	CONSTRAINT "findings_conclusion_one_of" CHECK("findings"."conclusion" in ('determined', 'refuted')),
	CONSTRAINT "findings_standard_one_of" CHECK("findings"."standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "findings_contrary_search_one_of" CHECK("findings"."contrary_search" in ('yes', 'no', 'not_asked'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_code_key` ON `findings` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `findings_number_key` ON `findings` (`allegation_id`,`facet`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `findings_import_key` ON `findings` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `findings_case_status_idx` ON `findings` (`case_id`,`status`,`submitted_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `findings_case_id_key` ON `findings` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `statements` (
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
	`testimony_id` text,
	`testimony_number` integer,
	`media_id` text,
	`figure_id` text,
	`paragraphs` text,
	`claim` text NOT NULL,
	`basis` text NOT NULL,
	`plausibility` integer,
	`identification` text NOT NULL,
	`count_basis` text NOT NULL,
	`media_rank` text,
	`media_condition` text,
	`shows_act_itself` integer,
	`tags` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`media_id`) REFERENCES `media_items`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`figure_id`) REFERENCES `figures`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statements_count_basis_one_of" CHECK("statements"."count_basis" in ('none', 'deduplicated_name_list', 'declared_statistic')),
	CONSTRAINT "statements_media_rank_one_of" CHECK("statements"."media_rank" in ('M0', 'M1', 'M2', 'M3', 'M4', 'M5')),
	CONSTRAINT "statements_media_condition_one_of" CHECK("statements"."media_condition" in ('usable', 'recycled', 'refuted')),
	CONSTRAINT "statements_plausibility_given" CHECK("statements"."plausibility" between 2 and 6)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_code_key` ON `statements` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `statements_import_key` ON `statements` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `statements_testimony_idx` ON `statements` (`testimony_id`);--> statement-breakpoint
CREATE INDEX `statements_media_idx` ON `statements` (`media_id`);--> statement-breakpoint
CREATE INDEX `statements_figure_idx` ON `statements` (`figure_id`);--> statement-breakpoint
CREATE INDEX `statements_case_idx` ON `statements` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `statements_case_id_key` ON `statements` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `case_exports` (
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
	`status` text NOT NULL,
	`language` text NOT NULL,
	`purpose` text NOT NULL,
	`requested_by_human_id` text NOT NULL,
	`job_id` text NOT NULL,
	`included_count` integer,
	`included` text,
	`withheld` text,
	`sha256` text,
	`size_bytes` integer,
	`finished_at` integer,
	`expires_at` integer,
	`problem` text,
	`downloads` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_exports_status_one_of" CHECK("case_exports"."status" in ('queued', 'building', 'ready', 'failed', 'expired')),
	CONSTRAINT "case_exports_language_one_of" CHECK("case_exports"."language" in ('en', 'ar'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_exports_code_key` ON `case_exports` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `case_exports_import_key` ON `case_exports` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `case_exports_case_idx` ON `case_exports` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `figures` (
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
	`scope` text NOT NULL,
	`incident_id` text,
	`place_id` text,
	`source_id` text NOT NULL,
	`reported_via_id` text,
	`as_of_edtf` text,
	`as_of_sort` text NOT NULL,
	`period_edtf` text,
	`category` text NOT NULL,
	`outcome` text NOT NULL,
	`unit` text NOT NULL,
	`attributed_to` text NOT NULL,
	`min` integer,
	`max` integer,
	`min_exclusive` integer NOT NULL,
	`certainty` text NOT NULL,
	`value_text` text,
	`wording` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`incident_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`place_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`reported_via_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figures_code_key` ON `figures` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `figures_import_key` ON `figures` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `figures_case_as_of_idx` ON `figures` (`case_id`,`as_of_sort`,`id`);--> statement-breakpoint
CREATE INDEX `figures_incident_idx` ON `figures` (`incident_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `figures_case_id_key` ON `figures` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `media_items` (
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
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`circulated_edtf` text,
	`circulated_sort` text NOT NULL,
	`circulated_by` text NOT NULL,
	`verifications` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `media_items_code_key` ON `media_items` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_items_import_key` ON `media_items` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `media_items_case_idx` ON `media_items` (`case_id`,`circulated_sort`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `media_items_case_id_key` ON `media_items` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `incidents` (
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
	`title` text NOT NULL,
	`title_ar` text,
	`record_kind` text NOT NULL,
	`occurred_edtf` text,
	`occurred_wording` text,
	`occurred_sort` text NOT NULL,
	`date_note` text,
	`local_time` text,
	`victim_group` text,
	`attributed_side` text,
	`violations` text NOT NULL,
	`summary` text NOT NULL,
	`parent_id` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`parent_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_code_key` ON `incidents` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_import_key` ON `incidents` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `incidents_case_occurred_idx` ON `incidents` (`case_id`,`occurred_sort`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_case_id_key` ON `incidents` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `victims` (
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
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`age_band` text NOT NULL,
	`sex` text NOT NULL,
	`outcome` text,
	`incident_id` text,
	`source_id` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`incident_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `victims_code_key` ON `victims` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `victims_import_key` ON `victims` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `victims_case_idx` ON `victims` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `victims_case_id_key` ON `victims` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `links` (
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
	`kind` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`role` text,
	`basis` text,
	`basis_source_id` text,
	`held_edtf` text,
	`held_wording` text,
	`note` text,
	`pair_key` text NOT NULL,
	`testimony_id` text,
	`incident_id` text,
	`other_incident_id` text,
	`actor_id` text,
	`other_actor_id` text,
	`place_id` text,
	`media_id` text,
	`figure_id` text,
	`proceeding_id` text,
	`source_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`incident_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_incident_id`) REFERENCES `incidents`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`actor_id`) REFERENCES `actors`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`other_actor_id`) REFERENCES `actors`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`place_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`media_id`) REFERENCES `media_items`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`figure_id`) REFERENCES `figures`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`proceeding_id`) REFERENCES `proceedings`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`basis_source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "links_kind_one_of" CHECK("links"."kind" in ('testimony_incident', 'testimony_suspect', 'testimony_place', 'testimony_media', 'testimony_figure', 'incident_suspect', 'incident_incident', 'incident_place', 'actor_actor', 'media_incident', 'media_place', 'proceeding_incident', 'proceeding_actor', 'proceeding_place', 'proceeding_figure', 'proceeding_media', 'proceeding_source')),
	CONSTRAINT "links_two_ends" CHECK("links"."from_id" <> "links"."to_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_code_key` ON `links` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_pair_key` ON `links` (`case_id`,`pair_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `links_import_key` ON `links` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `links_from_idx` ON `links` (`case_id`,`from_id`,`kind`,`created_at`,`id`) WHERE "links"."retracted_at" is null;--> statement-breakpoint
CREATE INDEX `links_to_idx` ON `links` (`case_id`,`to_id`,`kind`,`created_at`,`id`) WHERE "links"."retracted_at" is null;--> statement-breakpoint
CREATE INDEX `links_case_idx` ON `links` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `audit_details` (
	`seq` integer PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`ciphertext` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_events`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`leaf` text NOT NULL,
	`body` text NOT NULL,
	`case_id` text,
	`act` text NOT NULL,
	`actor` text NOT NULL,
	`object_id` text,
	`decision` text NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "audit_events_decision_one_of" CHECK("audit_events"."decision" in ('allow', 'deny'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_events_object_idx` ON `audit_events` (`object_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_case_idx` ON `audit_events` (`case_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_request_idx` ON `audit_events` (`request_id`);--> statement-breakpoint
CREATE INDEX `audit_events_actor_idx` ON `audit_events` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_events_act_idx` ON `audit_events` (`act`,`seq`,`decision`);--> statement-breakpoint
CREATE INDEX `audit_events_decision_idx` ON `audit_events` (`decision`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`log` text NOT NULL,
	`seq` integer NOT NULL,
	`leaf` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `caller_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`lookup` text NOT NULL,
	`sealed_account` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `caller_codes_lookup_key` ON `caller_codes` (`lookup`);--> statement-breakpoint
CREATE TABLE `data_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`wrapped` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_owner_key` ON `drafts` (`account_id`,`key`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`status` text NOT NULL,
	`progress` integer NOT NULL,
	`attempts` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`problem` text,
	CONSTRAINT "jobs_status_one_of" CHECK("jobs"."status" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE INDEX `jobs_status_idx` ON `jobs` (`status`,`queued_at`);--> statement-breakpoint
CREATE TABLE `not_found_tallies` (
	`account_id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`count` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`input_hash` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `places` (
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
	`name` text NOT NULL,
	`name_ar` text,
	`variants` text,
	`kind` text NOT NULL,
	`precision` text NOT NULL,
	`parent_id` text,
	`parent_basis` text,
	`lat_e5` integer,
	`lon_e5` integer,
	`coordinate_basis` text,
	`possible_duplicate_of_id` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`parent_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`possible_duplicate_of_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_code_key` ON `places` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `places_import_key` ON `places` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `places_case_name_idx` ON `places` (`case_id`,`name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `places_case_id_key` ON `places` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `proceedings` (
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
	`title` text NOT NULL,
	`body_actor_id` text,
	`held_edtf` text,
	`held_wording` text,
	`held_sort` text NOT NULL,
	`status` text,
	`status_as_of_edtf` text,
	`parent_id` text,
	`summary` text NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`body_actor_id`) REFERENCES `actors`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`parent_id`) REFERENCES `proceedings`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proceedings_code_key` ON `proceedings` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `proceedings_import_key` ON `proceedings` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `proceedings_case_idx` ON `proceedings` (`case_id`,`held_sort`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `proceedings_case_id_key` ON `proceedings` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `timeline_notes` (
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
	`noted_edtf` text,
	`noted_sort` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `timeline_notes_code_key` ON `timeline_notes` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `timeline_notes_import_key` ON `timeline_notes` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `timeline_notes_case_idx` ON `timeline_notes` (`case_id`,`noted_sort`,`id`);--> statement-breakpoint
CREATE TABLE `source_grades` (
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
	`source_id` text,
	`witness_id` text,
	`reliability` text NOT NULL,
	`reason` text NOT NULL,
	`graded_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_grades_reliability_one_of" CHECK("source_grades"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_grades_code_key` ON `source_grades` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `source_grades_import_key` ON `source_grades` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `source_grades_source_idx` ON `source_grades` (`source_id`,`graded_at`);--> statement-breakpoint
CREATE INDEX `source_grades_witness_idx` ON `source_grades` (`witness_id`,`graded_at`);--> statement-breakpoint
CREATE TABLE `sources` (
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
	`name` text NOT NULL,
	`name_ar` text,
	`kind` text NOT NULL,
	`standpoint` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_code_key` ON `sources` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `sources_import_key` ON `sources` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `sources_case_name_idx` ON `sources` (`case_id`,`name`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sources_case_id_key` ON `sources` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `witnesses` (
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
	`age_band` text NOT NULL,
	`sex` text NOT NULL,
	`protection_note` text,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "witnesses_age_band_one_of" CHECK("witnesses"."age_band" in ('child', 'adult', 'older_person', 'unknown')),
	CONSTRAINT "witnesses_sex_one_of" CHECK("witnesses"."sex" in ('female', 'male', 'other', 'unknown'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `witnesses_code_key` ON `witnesses` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `witnesses_import_key` ON `witnesses` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `witnesses_case_idx` ON `witnesses` (`case_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `witnesses_case_id_key` ON `witnesses` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `attachments` (
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
	`testimony_id` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attachments_code_key` ON `attachments` (`code`);--> statement-breakpoint
CREATE INDEX `attachments_testimony_idx` ON `attachments` (`testimony_id`);--> statement-breakpoint
CREATE TABLE `testimonies` (
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
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`witness_id` text,
	`source_id` text,
	`publisher_ids` text NOT NULL,
	`voice` text NOT NULL,
	`basis` text NOT NULL,
	`taken_edtf` text,
	`taken_wording` text,
	`taken_sort` text NOT NULL,
	`taken_place_id` text,
	`event_edtf` text,
	`event_wording` text,
	`contamination` text NOT NULL,
	`consent_internal` text NOT NULL,
	`consent_export` text NOT NULL,
	`stage` text NOT NULL,
	`version_number` integer NOT NULL,
	`accepted_number` integer,
	`paragraphs_used` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`witness_id`) REFERENCES `witnesses`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`source_id`) REFERENCES `sources`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`taken_place_id`) REFERENCES `places`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "testimonies_kind_one_of" CHECK("testimonies"."kind" in ('interview', 'written_statement', 'published_account')),
	CONSTRAINT "testimonies_contamination_one_of" CHECK("testimonies"."contamination" in ('yes', 'no', 'not_asked')),
	CONSTRAINT "testimonies_consent_internal_one_of" CHECK("testimonies"."consent_internal" in ('yes', 'no', 'not_asked', 'not_needed')),
	CONSTRAINT "testimonies_consent_export_one_of" CHECK("testimonies"."consent_export" in ('yes', 'no', 'not_asked', 'not_needed')),
	CONSTRAINT "testimonies_stage_one_of" CHECK("testimonies"."stage" in ('draft', 'submitted', 'accepted', 'returned'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `testimonies_code_key` ON `testimonies` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `testimonies_import_key` ON `testimonies` (`case_id`,`import_key`);--> statement-breakpoint
CREATE INDEX `testimonies_case_taken_idx` ON `testimonies` (`case_id`,`taken_sort`,`id`);--> statement-breakpoint
CREATE INDEX `testimonies_case_stage_idx` ON `testimonies` (`case_id`,`stage`,`taken_sort`,`id`);--> statement-breakpoint
CREATE INDEX `testimonies_witness_idx` ON `testimonies` (`witness_id`);--> statement-breakpoint
CREATE INDEX `testimonies_source_idx` ON `testimonies` (`source_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `testimonies_case_id_key` ON `testimonies` (`case_id`,`id`);--> statement-breakpoint
CREATE TABLE `testimony_people` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`role` text NOT NULL,
	`human_id` text,
	`description` text,
	`ended_at` integer,
	FOREIGN KEY (`human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `testimony_people_testimony_idx` ON `testimony_people` (`testimony_id`);--> statement-breakpoint
CREATE TABLE `testimony_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`case_id` text NOT NULL,
	`testimony_id` text NOT NULL,
	`number` integer NOT NULL,
	`stage` text NOT NULL,
	`text_basis` text NOT NULL,
	`original_language` text NOT NULL,
	`translation_language` text,
	`translator` text,
	`paragraphs` text NOT NULL,
	`facts` text NOT NULL,
	`amendment_reason` text,
	`author_human_id` text NOT NULL,
	`author_account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`submitted_at` integer,
	`decided_at` integer,
	`decided_by_human_id` text,
	`comment` text,
	FOREIGN KEY (`author_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by_human_id`) REFERENCES `humans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`,`testimony_id`) REFERENCES `testimonies`(`case_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "testimony_versions_stage_one_of" CHECK("testimony_versions"."stage" in ('draft', 'submitted', 'accepted', 'returned')),
	CONSTRAINT "testimony_versions_text_basis_one_of" CHECK("testimony_versions"."text_basis" in ('verbatim', 'notes', 'paraphrase'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `testimony_versions_number_key` ON `testimony_versions` (`testimony_id`,`number`);--> statement-breakpoint
CREATE INDEX `testimony_versions_case_stage_idx` ON `testimony_versions` (`case_id`,`stage`,`submitted_at`);--> statement-breakpoint
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
CREATE UNIQUE INDEX `testimony_writers_human_key` ON `testimony_writers` (`testimony_id`,`human_id`);