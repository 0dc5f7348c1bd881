/**
 * Projections: the numbered lists of columns that an event's row trace covers. When a table's columns change, its new
 * list is added at the end, never changed in place; a test compares the last one with the schema.
 */
export const projections: Record<string, readonly (readonly string[])[]> = {
  account_roles: [
    ["account_id", "ended_at", "granted_at", "granted_by", "id", "role", "version"],
  ],
  accounts: [
    ["created_at", "human_id", "id", "name", "password_hash", "status", "version"],
  ],
  actors: [
    ["affiliation_alleged", "aliases", "attributed_side", "case_id", "code", "created_at", "created_by", "id", "import_key", "kind", "name", "name_ar", "note", "parent_id", "retracted_at", "retraction_reason", "updated_at", "version"],
  ],
  allegations: [
    ["actor_id", "case_id", "child_concerned", "code", "created_at", "created_by", "id", "import_key", "incident_id", "note", "occurred_edtf", "occurred_sort", "occurred_wording", "place_id", "retracted_at", "retraction_reason", "updated_at", "version", "victim_id", "violation", "wording"],
  ],
  attachments: [
    ["case_id", "code", "created_at", "created_by", "file_name", "id", "import_key", "media_type", "retracted_at", "retraction_reason", "sha256", "size_bytes", "testimony_id", "updated_at", "version"],
  ],
  case_exports: [
    ["case_id", "code", "created_at", "created_by", "downloads", "expires_at", "finished_at", "id", "import_key", "included_count", "job_id", "language", "problem", "purpose", "requested_by_human_id", "retracted_at", "retraction_reason", "sha256", "size_bytes", "status", "updated_at", "version", "withheld"],
  ],
  case_members: [
    ["account_id", "admitted_at", "admitted_by", "case_id", "ended_at", "expires_at", "id", "role", "version"],
  ],
  cases: [
    ["code", "created_at", "created_by", "id", "kind", "retracted_at", "retraction_reason", "summary", "title", "title_ar", "updated_at", "version"],
  ],
  dependencies: [
    ["case_id", "code", "created_at", "created_by", "family", "id", "import_key", "kind", "note", "other_statement_id", "retracted_at", "retraction_reason", "statement_id", "updated_at", "version", "weight_reason", "weight_tenths"],
  ],
  evidence_links: [
    ["allegation_id", "author_human_id", "case_id", "code", "created_at", "created_by", "facet", "id", "import_key", "pair_key", "rationale", "resolution_reason", "resolved_at", "resolved_by_human_id", "retracted_at", "retraction_reason", "stance", "statement_id", "updated_at", "version"],
  ],
  figures: [
    ["as_of_edtf", "as_of_sort", "attributed_to", "case_id", "category", "certainty", "code", "created_at", "created_by", "id", "import_key", "incident_id", "max", "min", "min_exclusive", "note", "outcome", "period_edtf", "place_id", "reported_via_id", "retracted_at", "retraction_reason", "scope", "source_id", "unit", "updated_at", "value_text", "version", "wording"],
  ],
  findings: [
    ["algorithm_version", "allegation_id", "approved_at", "author_human_id", "case_id", "ceiling", "code", "codebook_version", "comment", "conclusion", "contest_reason", "contested", "contrary_search", "contrary_search_on", "contrary_search_result", "created_at", "created_by", "determination", "facet", "id", "import_key", "inputs_hash", "needs_second", "number", "reasoning", "refuted_proposed", "retracted_at", "retraction_reason", "reviewed_at", "reviewer_human_id", "second_human_id", "standard", "status", "submitted_at", "updated_at", "version", "witness_set"],
  ],
  humans: [
    ["created_at", "display_name", "id", "version"],
  ],
  incidents: [
    ["attributed_side", "case_id", "code", "created_at", "created_by", "date_note", "id", "import_key", "local_time", "note", "occurred_edtf", "occurred_sort", "occurred_wording", "parent_id", "record_kind", "retracted_at", "retraction_reason", "summary", "title", "title_ar", "updated_at", "version", "victim_group", "violations"],
  ],
  links: [
    ["actor_id", "basis", "basis_source_id", "case_id", "code", "created_at", "created_by", "figure_id", "from_id", "held_edtf", "held_wording", "id", "import_key", "incident_id", "kind", "media_id", "note", "other_actor_id", "other_incident_id", "pair_key", "place_id", "proceeding_id", "retracted_at", "retraction_reason", "role", "source_id", "testimony_id", "to_id", "updated_at", "version"],
  ],
  media_items: [
    ["case_id", "circulated_by", "circulated_edtf", "circulated_sort", "code", "created_at", "created_by", "description", "id", "import_key", "kind", "note", "retracted_at", "retraction_reason", "title", "updated_at", "verifications", "version"],
  ],
  places: [
    ["case_id", "code", "coordinate_basis", "created_at", "created_by", "id", "import_key", "kind", "lat_e5", "lon_e5", "name", "name_ar", "note", "parent_basis", "parent_id", "possible_duplicate_of_id", "precision", "retracted_at", "retraction_reason", "updated_at", "variants", "version"],
  ],
  proceedings: [
    ["body_actor_id", "case_id", "code", "created_at", "created_by", "family", "held_edtf", "held_sort", "held_wording", "id", "import_key", "kind", "note", "parent_id", "retracted_at", "retraction_reason", "status", "status_as_of_edtf", "summary", "title", "updated_at", "version"],
  ],
  source_grades: [
    ["case_id", "code", "created_at", "created_by", "graded_at", "id", "import_key", "reason", "reliability", "retracted_at", "retraction_reason", "source_id", "updated_at", "version", "witness_id"],
  ],
  sources: [
    ["case_id", "code", "created_at", "created_by", "id", "import_key", "kind", "name", "name_ar", "note", "retracted_at", "retraction_reason", "standpoint", "updated_at", "version"],
  ],
  statements: [
    ["basis", "case_id", "claim", "code", "count_basis", "created_at", "created_by", "figure_id", "id", "identification", "import_key", "media_condition", "media_id", "media_rank", "note", "paragraphs", "plausibility", "retracted_at", "retraction_reason", "shows_act_itself", "tags", "testimony_id", "testimony_number", "updated_at", "version"],
  ],
  testimonies: [
    ["accepted_number", "basis", "case_id", "code", "consent_export", "consent_internal", "contamination", "created_at", "created_by", "event_edtf", "event_wording", "id", "import_key", "kind", "note", "paragraphs_used", "publisher_ids", "retracted_at", "retraction_reason", "source_id", "stage", "taken_edtf", "taken_place_id", "taken_sort", "taken_wording", "title", "updated_at", "version", "version_number", "voice", "witness_id"],
  ],
  testimony_people: [
    ["case_id", "description", "ended_at", "human_id", "id", "role", "testimony_id", "version"],
  ],
  testimony_versions: [
    ["amendment_reason", "author_account_id", "author_human_id", "case_id", "comment", "created_at", "decided_at", "decided_by_human_id", "id", "number", "original_language", "paragraphs", "stage", "submitted_at", "testimony_id", "text_basis", "translation_language", "translator", "version"],
  ],
  timeline_notes: [
    ["body", "case_id", "code", "created_at", "created_by", "id", "import_key", "noted_edtf", "noted_sort", "retracted_at", "retraction_reason", "title", "updated_at", "version"],
  ],
  victims: [
    ["age_band", "case_id", "code", "created_at", "created_by", "id", "import_key", "incident_id", "kind", "label", "note", "outcome", "retracted_at", "retraction_reason", "sex", "source_id", "updated_at", "version"],
  ],
  witnesses: [
    ["age_band", "case_id", "code", "created_at", "created_by", "id", "import_key", "note", "protection_note", "retracted_at", "retraction_reason", "sex", "updated_at", "version"],
  ],
};

/** The projection in force for a table. @throws Error for a table that has none */
export function currentProjection(table: string): { number: number; columns: readonly string[] } {
  const known = projections[table];
  const columns = known?.at(-1);
  if (!known || !columns) throw new Error(`no projection for ${table}: add its columns to db/projections.ts`);
  return { number: known.length, columns };
}
