CREATE TABLE "account_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_at" bigint NOT NULL,
	"granted_by" text NOT NULL,
	"ended_at" bigint,
	CONSTRAINT "account_roles_role_one_of" CHECK ("account_roles"."role" in ('administrator', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"human_id" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"status" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "accounts_status_one_of" CHECK ("accounts"."status" in ('active', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "case_members" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"admitted_at" bigint NOT NULL,
	"admitted_by" text NOT NULL,
	"expires_at" bigint,
	"ended_at" bigint,
	CONSTRAINT "case_members_role_one_of" CHECK ("case_members"."role" in ('investigator', 'reviewer', 'senior_reviewer', 'legal_officer', 'protection_officer'))
);
--> statement-breakpoint
CREATE TABLE "humans" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"display_name" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttles" (
	"name_hash" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"blocked_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"aliases" text,
	"kind" text NOT NULL,
	"parent_id" text,
	"affiliation_alleged" text,
	"attributed_side" text,
	"note" text,
	CONSTRAINT "actors_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"title_ar" text,
	"summary" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	CONSTRAINT "cases_kind_one_of" CHECK ("cases"."kind" in ('live', 'training'))
);
--> statement-breakpoint
CREATE TABLE "allegations" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"incident_id" text NOT NULL,
	"violation" text NOT NULL,
	"actor_id" text,
	"victim_id" text,
	"place_id" text,
	"occurred_edtf" text,
	"occurred_wording" text,
	"occurred_sort" text NOT NULL,
	"wording" text NOT NULL,
	"child_concerned" boolean NOT NULL,
	"note" text,
	CONSTRAINT "allegations_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "dependencies" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"family" text NOT NULL,
	"kind" text NOT NULL,
	"statement_id" text NOT NULL,
	"other_statement_id" text NOT NULL,
	"weight_tenths" integer,
	"weight_reason" text,
	"note" text,
	CONSTRAINT "dependencies_family_one_of" CHECK ("dependencies"."family" in ('hard', 'soft')),
	CONSTRAINT "dependencies_weight_tenths" CHECK ("dependencies"."weight_tenths" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "evidence_links" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"statement_id" text NOT NULL,
	"allegation_id" text NOT NULL,
	"facet" text NOT NULL,
	"stance" text NOT NULL,
	"rationale" text NOT NULL,
	"author_human_id" text NOT NULL,
	"resolved_at" bigint,
	"resolution_reason" text,
	"resolved_by_human_id" text,
	"pair_key" text NOT NULL,
	CONSTRAINT "evidence_links_facet_one_of" CHECK ("evidence_links"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "evidence_links_stance_one_of" CHECK ("evidence_links"."stance" in ('support', 'contradict', 'qualify', 'context'))
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"allegation_id" text NOT NULL,
	"facet" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"conclusion" text NOT NULL,
	"determination" integer,
	"standard" text NOT NULL,
	"reasoning" text NOT NULL,
	"contrary_search" text NOT NULL,
	"contrary_search_on" text,
	"contrary_search_result" text,
	"ceiling" integer NOT NULL,
	"contested" boolean NOT NULL,
	"refuted_proposed" boolean NOT NULL,
	"witness_set" jsonb NOT NULL,
	"contradictions" jsonb,
	"inputs_hash" text NOT NULL,
	"algorithm_version" text NOT NULL,
	"codebook_version" text NOT NULL,
	"needs_second" boolean NOT NULL,
	"author_human_id" text NOT NULL,
	"submitted_at" bigint,
	"reviewer_human_id" text,
	"reviewer_conflict" text,
	"reviewed_at" bigint,
	"second_human_id" text,
	"second_conflict" text,
	"approved_at" bigint,
	"comment" text,
	"contest_reason" text,
	CONSTRAINT "findings_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "findings_facet_one_of" CHECK ("findings"."facet" in ('occurrence', 'victim', 'time', 'place', 'unit', 'individual', 'victim_status', 'count')),
	CONSTRAINT "findings_status_one_of" CHECK ("findings"."status" in ('draft', 'submitted', 'in_review', 'returned', 'first_approved', 'approved', 'contested', 'refuted', 'withdrawn', 'superseded')),
	CONSTRAINT "findings_conclusion_one_of" CHECK ("findings"."conclusion" in ('determined', 'refuted')),
	CONSTRAINT "findings_standard_one_of" CHECK ("findings"."standard" in ('none', 'reasonable_suspicion', 'reasonable_grounds')),
	CONSTRAINT "findings_contrary_search_one_of" CHECK ("findings"."contrary_search" in ('yes', 'no', 'not_asked'))
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"testimony_id" text,
	"testimony_number" integer,
	"media_id" text,
	"figure_id" text,
	"paragraphs" jsonb,
	"claim" text NOT NULL,
	"basis" text NOT NULL,
	"plausibility" integer,
	"identification" text NOT NULL,
	"count_basis" text NOT NULL,
	"media_rank" text,
	"media_condition" text,
	"shows_act_itself" boolean,
	"tags" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "statements_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "statements_count_basis_one_of" CHECK ("statements"."count_basis" in ('none', 'deduplicated_name_list', 'declared_statistic')),
	CONSTRAINT "statements_media_rank_one_of" CHECK ("statements"."media_rank" in ('M0', 'M1', 'M2', 'M3', 'M4', 'M5')),
	CONSTRAINT "statements_media_condition_one_of" CHECK ("statements"."media_condition" in ('usable', 'recycled', 'refuted')),
	CONSTRAINT "statements_plausibility_given" CHECK ("statements"."plausibility" between 2 and 6)
);
--> statement-breakpoint
CREATE TABLE "case_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"status" text NOT NULL,
	"language" text NOT NULL,
	"purpose" text NOT NULL,
	"requested_by_human_id" text NOT NULL,
	"job_id" text NOT NULL,
	"included_count" integer,
	"included" jsonb,
	"withheld" jsonb,
	"sha256" text,
	"size_bytes" bigint,
	"finished_at" bigint,
	"expires_at" bigint,
	"problem" text,
	"downloads" integer NOT NULL,
	CONSTRAINT "case_exports_status_one_of" CHECK ("case_exports"."status" in ('queued', 'building', 'ready', 'failed', 'expired')),
	CONSTRAINT "case_exports_language_one_of" CHECK ("case_exports"."language" in ('en', 'ar'))
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"scope" text NOT NULL,
	"incident_id" text,
	"place_id" text,
	"source_id" text NOT NULL,
	"reported_via_id" text,
	"as_of_edtf" text,
	"as_of_sort" text NOT NULL,
	"period_edtf" text,
	"category" text NOT NULL,
	"outcome" text NOT NULL,
	"unit" text NOT NULL,
	"attributed_to" text NOT NULL,
	"min" integer,
	"max" integer,
	"min_exclusive" boolean NOT NULL,
	"certainty" text NOT NULL,
	"value_text" text,
	"wording" text NOT NULL,
	"note" text,
	CONSTRAINT "figures_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "media_items" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"circulated_edtf" text,
	"circulated_sort" text NOT NULL,
	"circulated_by" jsonb NOT NULL,
	"verifications" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "media_items_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"title" text NOT NULL,
	"title_ar" text,
	"record_kind" text NOT NULL,
	"occurred_edtf" text,
	"occurred_wording" text,
	"occurred_sort" text NOT NULL,
	"date_note" text,
	"local_time" text,
	"victim_group" text,
	"attributed_side" text,
	"violations" jsonb NOT NULL,
	"summary" text NOT NULL,
	"parent_id" text,
	"note" text,
	CONSTRAINT "incidents_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "victims" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"outcome" text,
	"incident_id" text,
	"source_id" text,
	"note" text,
	CONSTRAINT "victims_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"role" text,
	"basis" text,
	"basis_source_id" text,
	"held_edtf" text,
	"held_wording" text,
	"note" text,
	"pair_key" text NOT NULL,
	"testimony_id" text,
	"incident_id" text,
	"other_incident_id" text,
	"actor_id" text,
	"other_actor_id" text,
	"place_id" text,
	"media_id" text,
	"figure_id" text,
	"proceeding_id" text,
	"source_id" text,
	CONSTRAINT "links_kind_one_of" CHECK ("links"."kind" in ('testimony_incident', 'testimony_suspect', 'testimony_place', 'testimony_media', 'testimony_figure', 'incident_suspect', 'incident_incident', 'incident_place', 'actor_actor', 'media_incident', 'media_place', 'proceeding_incident', 'proceeding_actor', 'proceeding_place', 'proceeding_figure', 'proceeding_media', 'proceeding_source')),
	CONSTRAINT "links_two_ends" CHECK ("links"."from_id" <> "links"."to_id")
);
--> statement-breakpoint
CREATE TABLE "audit_details" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"ciphertext" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"leaf" text NOT NULL,
	"body" text NOT NULL,
	"case_id" text,
	"act" text NOT NULL,
	"actor" text NOT NULL,
	"object_id" text,
	"decision" text NOT NULL,
	"request_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "audit_events_decision_one_of" CHECK ("audit_events"."decision" in ('allow', 'deny'))
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"log" text NOT NULL,
	"seq" bigint NOT NULL,
	"leaf" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "caller_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"lookup" text NOT NULL,
	"sealed_account" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"wrapped" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"saved_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text NOT NULL,
	"subject_id" text NOT NULL,
	"status" text NOT NULL,
	"progress" integer NOT NULL,
	"attempts" integer NOT NULL,
	"queued_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"problem" text,
	CONSTRAINT "jobs_status_one_of" CHECK ("jobs"."status" in ('queued', 'running', 'done', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "not_found_tallies" (
	"account_id" text PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"variants" text,
	"kind" text NOT NULL,
	"precision" text NOT NULL,
	"parent_id" text,
	"parent_basis" text,
	"lat_e5" integer,
	"lon_e5" integer,
	"coordinate_basis" text,
	"possible_duplicate_of_id" text,
	"note" text,
	CONSTRAINT "places_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "proceedings" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"family" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body_actor_id" text,
	"held_edtf" text,
	"held_wording" text,
	"held_sort" text NOT NULL,
	"status" text,
	"status_as_of_edtf" text,
	"parent_id" text,
	"summary" text NOT NULL,
	"note" text,
	CONSTRAINT "proceedings_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "timeline_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"noted_edtf" text,
	"noted_sort" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_grades" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"source_id" text,
	"witness_id" text,
	"reliability" text NOT NULL,
	"reason" text NOT NULL,
	"graded_at" bigint NOT NULL,
	CONSTRAINT "source_grades_reliability_one_of" CHECK ("source_grades"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F'))
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"name" text NOT NULL,
	"name_ar" text,
	"kind" text NOT NULL,
	"standpoint" text,
	"note" text,
	CONSTRAINT "sources_case_id_key" UNIQUE("case_id","id")
);
--> statement-breakpoint
CREATE TABLE "witnesses" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"age_band" text NOT NULL,
	"sex" text NOT NULL,
	"protection_note" text,
	"note" text,
	CONSTRAINT "witnesses_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "witnesses_age_band_one_of" CHECK ("witnesses"."age_band" in ('child', 'adult', 'older_person', 'unknown')),
	CONSTRAINT "witnesses_sex_one_of" CHECK ("witnesses"."sex" in ('female', 'male', 'other', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "testimonies" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"retracted_at" bigint,
	"retraction_reason" text,
	"import_key" text,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"witness_id" text,
	"source_id" text,
	"publisher_ids" jsonb NOT NULL,
	"voice" text NOT NULL,
	"basis" text NOT NULL,
	"taken_edtf" text,
	"taken_wording" text,
	"taken_sort" text NOT NULL,
	"taken_place_id" text,
	"event_edtf" text,
	"event_wording" text,
	"contamination" text NOT NULL,
	"consent_internal" text NOT NULL,
	"consent_export" text NOT NULL,
	"stage" text NOT NULL,
	"version_number" integer NOT NULL,
	"accepted_number" integer,
	"paragraphs_used" integer NOT NULL,
	"note" text,
	CONSTRAINT "testimonies_case_id_key" UNIQUE("case_id","id"),
	CONSTRAINT "testimonies_kind_one_of" CHECK ("testimonies"."kind" in ('interview', 'written_statement', 'published_account')),
	CONSTRAINT "testimonies_contamination_one_of" CHECK ("testimonies"."contamination" in ('yes', 'no', 'not_asked')),
	CONSTRAINT "testimonies_consent_internal_one_of" CHECK ("testimonies"."consent_internal" in ('yes', 'no', 'not_asked', 'not_needed')),
	CONSTRAINT "testimonies_consent_export_one_of" CHECK ("testimonies"."consent_export" in ('yes', 'no', 'not_asked', 'not_needed')),
	CONSTRAINT "testimonies_stage_one_of" CHECK ("testimonies"."stage" in ('draft', 'submitted', 'accepted', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "testimony_people" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"role" text NOT NULL,
	"human_id" text,
	"description" text,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "testimony_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"number" integer NOT NULL,
	"stage" text NOT NULL,
	"text_basis" text NOT NULL,
	"original_language" text NOT NULL,
	"translation_language" text,
	"translator" text,
	"paragraphs" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"amendment_reason" text,
	"author_human_id" text NOT NULL,
	"author_account_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"submitted_at" bigint,
	"decided_at" bigint,
	"decided_by_human_id" text,
	"comment" text,
	CONSTRAINT "testimony_versions_stage_one_of" CHECK ("testimony_versions"."stage" in ('draft', 'submitted', 'accepted', 'returned')),
	CONSTRAINT "testimony_versions_text_basis_one_of" CHECK ("testimony_versions"."text_basis" in ('verbatim', 'notes', 'paraphrase'))
);
--> statement-breakpoint
CREATE TABLE "testimony_writers" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"case_id" text NOT NULL,
	"testimony_id" text NOT NULL,
	"human_id" text NOT NULL,
	"first_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_case_id_parent_id_actors_case_id_id_fk" FOREIGN KEY ("case_id","parent_id") REFERENCES "public"."actors"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_case_id_incident_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","incident_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_case_id_actor_id_actors_case_id_id_fk" FOREIGN KEY ("case_id","actor_id") REFERENCES "public"."actors"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_case_id_victim_id_victims_case_id_id_fk" FOREIGN KEY ("case_id","victim_id") REFERENCES "public"."victims"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_case_id_place_id_places_case_id_id_fk" FOREIGN KEY ("case_id","place_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_case_id_statement_id_statements_case_id_id_fk" FOREIGN KEY ("case_id","statement_id") REFERENCES "public"."statements"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_case_id_other_statement_id_statements_case_id_id_fk" FOREIGN KEY ("case_id","other_statement_id") REFERENCES "public"."statements"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_author_human_id_humans_id_fk" FOREIGN KEY ("author_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_resolved_by_human_id_humans_id_fk" FOREIGN KEY ("resolved_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_case_id_statement_id_statements_case_id_id_fk" FOREIGN KEY ("case_id","statement_id") REFERENCES "public"."statements"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_links" ADD CONSTRAINT "evidence_links_case_id_allegation_id_allegations_case_id_id_fk" FOREIGN KEY ("case_id","allegation_id") REFERENCES "public"."allegations"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_author_human_id_humans_id_fk" FOREIGN KEY ("author_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_reviewer_human_id_humans_id_fk" FOREIGN KEY ("reviewer_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_second_human_id_humans_id_fk" FOREIGN KEY ("second_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_case_id_allegation_id_allegations_case_id_id_fk" FOREIGN KEY ("case_id","allegation_id") REFERENCES "public"."allegations"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_case_id_media_id_media_items_case_id_id_fk" FOREIGN KEY ("case_id","media_id") REFERENCES "public"."media_items"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_case_id_figure_id_figures_case_id_id_fk" FOREIGN KEY ("case_id","figure_id") REFERENCES "public"."figures"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_exports" ADD CONSTRAINT "case_exports_requested_by_human_id_humans_id_fk" FOREIGN KEY ("requested_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_case_id_incident_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","incident_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_case_id_place_id_places_case_id_id_fk" FOREIGN KEY ("case_id","place_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_case_id_reported_via_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","reported_via_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_items" ADD CONSTRAINT "media_items_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_case_id_parent_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","parent_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victims" ADD CONSTRAINT "victims_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "victims" ADD CONSTRAINT "victims_case_id_incident_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","incident_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_incident_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","incident_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_other_incident_id_incidents_case_id_id_fk" FOREIGN KEY ("case_id","other_incident_id") REFERENCES "public"."incidents"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_actor_id_actors_case_id_id_fk" FOREIGN KEY ("case_id","actor_id") REFERENCES "public"."actors"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_other_actor_id_actors_case_id_id_fk" FOREIGN KEY ("case_id","other_actor_id") REFERENCES "public"."actors"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_place_id_places_case_id_id_fk" FOREIGN KEY ("case_id","place_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_media_id_media_items_case_id_id_fk" FOREIGN KEY ("case_id","media_id") REFERENCES "public"."media_items"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_figure_id_figures_case_id_id_fk" FOREIGN KEY ("case_id","figure_id") REFERENCES "public"."figures"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_proceeding_id_proceedings_case_id_id_fk" FOREIGN KEY ("case_id","proceeding_id") REFERENCES "public"."proceedings"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_case_id_basis_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","basis_source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_seq_audit_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit_events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_case_id_parent_id_places_case_id_id_fk" FOREIGN KEY ("case_id","parent_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_case_id_possible_duplicate_of_id_places_case_id_id_fk" FOREIGN KEY ("case_id","possible_duplicate_of_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_case_id_body_actor_id_actors_case_id_id_fk" FOREIGN KEY ("case_id","body_actor_id") REFERENCES "public"."actors"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proceedings" ADD CONSTRAINT "proceedings_case_id_parent_id_proceedings_case_id_id_fk" FOREIGN KEY ("case_id","parent_id") REFERENCES "public"."proceedings"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_notes" ADD CONSTRAINT "timeline_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_case_id_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "witnesses" ADD CONSTRAINT "witnesses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonies" ADD CONSTRAINT "testimonies_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonies" ADD CONSTRAINT "testimonies_case_id_witness_id_witnesses_case_id_id_fk" FOREIGN KEY ("case_id","witness_id") REFERENCES "public"."witnesses"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonies" ADD CONSTRAINT "testimonies_case_id_source_id_sources_case_id_id_fk" FOREIGN KEY ("case_id","source_id") REFERENCES "public"."sources"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimonies" ADD CONSTRAINT "testimonies_case_id_taken_place_id_places_case_id_id_fk" FOREIGN KEY ("case_id","taken_place_id") REFERENCES "public"."places"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_people" ADD CONSTRAINT "testimony_people_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_people" ADD CONSTRAINT "testimony_people_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_versions" ADD CONSTRAINT "testimony_versions_author_human_id_humans_id_fk" FOREIGN KEY ("author_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_versions" ADD CONSTRAINT "testimony_versions_decided_by_human_id_humans_id_fk" FOREIGN KEY ("decided_by_human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_versions" ADD CONSTRAINT "testimony_versions_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_writers" ADD CONSTRAINT "testimony_writers_human_id_humans_id_fk" FOREIGN KEY ("human_id") REFERENCES "public"."humans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "testimony_writers" ADD CONSTRAINT "testimony_writers_case_id_testimony_id_testimonies_case_id_id_fk" FOREIGN KEY ("case_id","testimony_id") REFERENCES "public"."testimonies"("case_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_roles_account_idx" ON "account_roles" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_name_key" ON "accounts" USING btree ("name");--> statement-breakpoint
CREATE INDEX "case_members_account_idx" ON "case_members" USING btree ("account_id","case_id");--> statement-breakpoint
CREATE INDEX "case_members_case_idx" ON "case_members" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "sessions_account_idx" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actors_code_key" ON "actors" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "actors_import_key" ON "actors" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "actors_case_name_idx" ON "actors" USING btree ("case_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_code_key" ON "cases" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "allegations_code_key" ON "allegations" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "allegations_import_key" ON "allegations" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "allegations_incident_idx" ON "allegations" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "allegations_case_idx" ON "allegations" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dependencies_code_key" ON "dependencies" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "dependencies_import_key" ON "dependencies" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "dependencies_statement_idx" ON "dependencies" USING btree ("statement_id");--> statement-breakpoint
CREATE INDEX "dependencies_other_idx" ON "dependencies" USING btree ("other_statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_links_code_key" ON "evidence_links" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_links_pair_key" ON "evidence_links" USING btree ("case_id","pair_key");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_links_import_key" ON "evidence_links" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "evidence_links_allegation_idx" ON "evidence_links" USING btree ("allegation_id","facet");--> statement-breakpoint
CREATE INDEX "evidence_links_statement_idx" ON "evidence_links" USING btree ("statement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_code_key" ON "findings" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_number_key" ON "findings" USING btree ("allegation_id","facet","number");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_import_key" ON "findings" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "findings_case_status_idx" ON "findings" USING btree ("case_id","status","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_code_key" ON "statements" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_import_key" ON "statements" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "statements_testimony_idx" ON "statements" USING btree ("testimony_id");--> statement-breakpoint
CREATE INDEX "statements_media_idx" ON "statements" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "statements_figure_idx" ON "statements" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "statements_case_idx" ON "statements" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_exports_code_key" ON "case_exports" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "case_exports_import_key" ON "case_exports" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "case_exports_case_idx" ON "case_exports" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "figures_code_key" ON "figures" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "figures_import_key" ON "figures" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "figures_case_as_of_idx" ON "figures" USING btree ("case_id","as_of_sort","id");--> statement-breakpoint
CREATE INDEX "figures_incident_idx" ON "figures" USING btree ("incident_id");--> statement-breakpoint
CREATE UNIQUE INDEX "media_items_code_key" ON "media_items" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "media_items_import_key" ON "media_items" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "media_items_case_idx" ON "media_items" USING btree ("case_id","circulated_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_code_key" ON "incidents" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_import_key" ON "incidents" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "incidents_case_occurred_idx" ON "incidents" USING btree ("case_id","occurred_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "victims_code_key" ON "victims" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "victims_import_key" ON "victims" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "victims_case_idx" ON "victims" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "links_code_key" ON "links" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "links_pair_key" ON "links" USING btree ("case_id","pair_key");--> statement-breakpoint
CREATE UNIQUE INDEX "links_import_key" ON "links" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "links_from_idx" ON "links" USING btree ("case_id","from_id","kind","created_at","id") WHERE "links"."retracted_at" is null;--> statement-breakpoint
CREATE INDEX "links_to_idx" ON "links" USING btree ("case_id","to_id","kind","created_at","id") WHERE "links"."retracted_at" is null;--> statement-breakpoint
CREATE INDEX "links_case_idx" ON "links" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_object_idx" ON "audit_events" USING btree ("object_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_case_idx" ON "audit_events" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "audit_events_request_idx" ON "audit_events" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_idx" ON "audit_events" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "audit_events_act_idx" ON "audit_events" USING btree ("act","seq","decision");--> statement-breakpoint
CREATE INDEX "audit_events_decision_idx" ON "audit_events" USING btree ("decision","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "caller_codes_lookup_key" ON "caller_codes" USING btree ("lookup");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_owner_key" ON "drafts" USING btree ("account_id","key");--> statement-breakpoint
CREATE INDEX "jobs_status_idx" ON "jobs" USING btree ("status","queued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "places_code_key" ON "places" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "places_import_key" ON "places" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "places_case_name_idx" ON "places" USING btree ("case_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "proceedings_code_key" ON "proceedings" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "proceedings_import_key" ON "proceedings" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "proceedings_case_idx" ON "proceedings" USING btree ("case_id","held_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "timeline_notes_code_key" ON "timeline_notes" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "timeline_notes_import_key" ON "timeline_notes" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "timeline_notes_case_idx" ON "timeline_notes" USING btree ("case_id","noted_sort","id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_grades_code_key" ON "source_grades" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "source_grades_import_key" ON "source_grades" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "source_grades_source_idx" ON "source_grades" USING btree ("source_id","graded_at");--> statement-breakpoint
CREATE INDEX "source_grades_witness_idx" ON "source_grades" USING btree ("witness_id","graded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_code_key" ON "sources" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_import_key" ON "sources" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "sources_case_name_idx" ON "sources" USING btree ("case_id","name","id");--> statement-breakpoint
CREATE UNIQUE INDEX "witnesses_code_key" ON "witnesses" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "witnesses_import_key" ON "witnesses" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "witnesses_case_idx" ON "witnesses" USING btree ("case_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "attachments_code_key" ON "attachments" USING btree ("code");--> statement-breakpoint
CREATE INDEX "attachments_testimony_idx" ON "attachments" USING btree ("testimony_id");--> statement-breakpoint
CREATE UNIQUE INDEX "testimonies_code_key" ON "testimonies" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "testimonies_import_key" ON "testimonies" USING btree ("case_id","import_key");--> statement-breakpoint
CREATE INDEX "testimonies_case_taken_idx" ON "testimonies" USING btree ("case_id","taken_sort","id");--> statement-breakpoint
CREATE INDEX "testimonies_case_stage_idx" ON "testimonies" USING btree ("case_id","stage","taken_sort","id");--> statement-breakpoint
CREATE INDEX "testimonies_witness_idx" ON "testimonies" USING btree ("witness_id");--> statement-breakpoint
CREATE INDEX "testimonies_source_idx" ON "testimonies" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "testimony_people_testimony_idx" ON "testimony_people" USING btree ("testimony_id");--> statement-breakpoint
CREATE UNIQUE INDEX "testimony_versions_number_key" ON "testimony_versions" USING btree ("testimony_id","number");--> statement-breakpoint
CREATE INDEX "testimony_versions_case_stage_idx" ON "testimony_versions" USING btree ("case_id","stage","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "testimony_writers_human_key" ON "testimony_writers" USING btree ("testimony_id","human_id");