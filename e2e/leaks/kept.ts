/** What the database keeps of what was typed: in which columns canaries must be, and in which none may be. */
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "#db/schema/index.ts";
import { openDatabase } from "../fixtures/database.ts";
import { canariesIn } from "./canaries.ts";

/** Columns for text in which nobody can type, and why. In every other one the run must have typed, and in these not. */
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/\.(?:created|recorded|granted|admitted|proposed|approved|ended|withdrawn|reviewed)_by$/, "an id"],
  [/^(?:account_roles|role_proposals)\.(?:end_)?reason$/, "typed by two administrators; this house has one"],
  [/\.(?:code|import_key|live_key|pair_key|once_key|waiting_key)$/, "made by the program, of chance and ids"],
  [/_(?:edtf|sort)$|\.(?:due_on|contrary_search_on)$/, "a date in its notation"],
  [/^recipients\.(?:agreement_from|agreement_until|assurances)$/, "days, and names from a closed list"],
  [/\.(?:recipient_class|country|release_purpose)$/, "a closed list"],
  [/^consent_answers\.(?:purpose|answer|form|refused_elements|process)$/, "closed lists, yes or no, and ids"],
  [/^consent_answers\.exclusions$/, "ids"],
  [/^risk_assessments\.(?:threats|triggers)$/, "closed lists"],
  [/^risk_events\.happened_on$|^referrals\.offered_on$/, "a day"],
  [/^release_decisions\.(?:stage|snapshot)$/, "ids, closed lists and numbers: a condition in words bars"],
  [/^contact_rules\.window_/, "days"],
  [/^contact_permits\.(?:given|used)_by$|^referrals\.followed_up_by$/, "an id"],
  [/^legal_holds\.(?:placed|lifted)_by$|^retention(?:s|_terms)\.set_by$/, "an id"],
  [
    /\.(?:kind|basis|role|outcome|category|certainty|unit|scope|status|sex|age_band|precision)$/,
    "a closed list",
  ],
  [/\.(?:voice|family|violation|violations|identification|victim_group|record_kind)$/, "a closed list"],
  [/\.(?:attributed_side|attributed_to|parent_basis|coordinate_basis|reviewer_conflict)$/, "a closed list"],
  [/\.(?:second_conflict|original_language|translation_language|muted|tags|time_zone)$/, "a closed list"],
  [/\.(?:publisher_ids|circulated_by|mentions|witness_set|included)$/, "ids"],
  [/^case_exports\.people$/, "ids and versions"],
  [/^case_exports\.recipient_key$/, "a public key: what is none is refused"],
  [/^statements\.(paragraphs|spans)$|^recovery_series\.used$|^findings\.contradictions$/, "numbers"],
  [/\.(?:sha256|leaf|inputs_hash|input_hash|name_hash|password_hash|identity_hash|lookup)$/, "a hash"],
  [
    /^identities\.(?:names|contacts|relatives|papers|likeness)$|^reveals\.why$/,
    "sealed under the key of a person",
  ],
  [/^identity_marks\.mark$|^reveals\.session_mark$/, "a keyed hash"],
  [/^identities\.updated_by$|^reveals\.asked_by$|^anonymities\.decided_by$/, "an id"],
  [/^identity_demands\.demanded_by$|^blind_reviews\.set_by$|^findings\.appeal_id$/, "an id"],
  [/^appeals\.first_conflict$/, "a closed list"],
  [/^appeals\.(?:first|second)_reasons$/, "typed by two senior reviewers; this house has one"],
  [/^appeals\.retraction_reason$/, "no verb retracts it"],
  [/^victim_list_entries\.(?:names|marks)$/, "sealed under the key of a list, and keyed hashes"],
  [/^victim_list_entries\.added_by$|^victim_name_openings\.opened_by$/, "an id"],
  [/^victim_merges\.entry_ids$/, "ids"],
  [/^victim_name_openings\.session_mark$/, "a keyed hash"],
  [/^cases\.algorithm_version$/, "a closed list"],
  [/^data_keys\.compartment$/, "the id of a case, or a word for none"],
  [/\.(?:ciphertext|wrapped|sealed|sealed_account|secret|public_key)$/, "a key, or sealed by one"],
  [
    /^audit_events\.(?:act|actor|body)$|^audit_head\.log$/,
    "the log says who did what, and nothing that was typed",
  ],
  [/^(?:jobs|case_exports)\.problem$|^case_exports\.withheld$/, "the name of a rule"],
  [/^findings\.(?:algorithm|codebook)_version$|^contradictions\.rule_version$/, "set by the program"],
  [/^statements\.said_(?:act|unit|category|outcome)$/, "a closed list"],
  [/^contradictions\.said$/, "dates, ids, codes and numbers, copied from statements"],
  [/^receipts\.result$/, "ids and versions"],
  [
    /^saved_views\.address$|^preferences\.(?:key|body)$|^drafts\.key$/,
    "ids, enums, days and names of columns",
  ],
  [/^attachments\.media_type$/, "found out by the program"],
  [
    /^(?:audit_anchors|audit_checkpoints|log_keys|witnessed_logs)\.(?:origin|root|note|vkey|change|evidence)$/,
    "of the log",
  ],
  [/^audit_subtrees\.hash$/, "a hash"],
  [/^audit_anchors\.place$/, "typed by an auditor for a sheet of paper, else a setting"],
  [/^anchor_faults\.(?:place|problem)$/, "a setting, and the name of a fault"],
  [/\.issuer$/, "a setting of whoever runs the server"],
  [/^search_progress\.origin$/, "the name of a table"],
  [/^(?:case_exports|findings|source_grades)\.retraction_reason$/, "no verb retracts it"],
];

/** Kept beside the schema: the index of what is found by words. */
const INDEX = /^search_words(?:_\w+)?\./;

/** What is wrong with what the database of a data folder keeps. @param isTyped whether canaries were typed into every field */
export function faultsOfColumns(dataFolder: string, isTyped: boolean): string[] {
  const found = columnsWithCanaries(dataFolder);
  const free = freeColumns();
  const closed = (column: string) => CLOSED.some(([pattern]) => pattern.test(column));
  return [
    ...[...found.keys()]
      .filter((column) => !INDEX.test(column) && (closed(column) || !free.includes(column)))
      .map((column) => `canary ${found.get(column)?.[0]} in ${column}, where nobody types`),
    ...free
      .filter((column) => isTyped && !closed(column) && !found.has(column))
      .map((column) => `no canary in ${column}: type one (e2e/leaks/typed.ts), or say why nobody can`),
  ];
}

/** Of the list of closed columns, what fits no column of the schema any more. */
export const idleReasons = (): string[] =>
  CLOSED.filter(([pattern]) => !freeColumns().some((column) => pattern.test(column))).map(([pattern]) =>
    String(pattern),
  );

/** Every column for text or JSON, as `table.column`; ids, and lists that the schema itself closes, apart. */
export const freeColumns = (): string[] =>
  Object.values<unknown>(schema)
    .filter(isTable)
    .flatMap((table) =>
      Object.values(getTableColumns(table))
        .filter(({ dataType }) => dataType === "string" || dataType === "json")
        .filter(({ enumValues }) => !enumValues || enumValues.length === 0)
        .map(({ name }) => `${getTableName(table)}.${name}`)
        .filter((name) => !/[._]id$/.test(name)),
    )
    .toSorted();

const isTable = (value: unknown): value is PgTable =>
  typeof value === "object" && value !== null && "getSQL" in value;

/** Every column in which a canary is, of all tables, with their numbers. */
function columnsWithCanaries(dataFolder: string): Map<string, string[]> {
  const database = openDatabase(dataFolder, { readonly: true });
  try {
    const found = new Map<string, string[]>();
    const tables = database
      .prepare("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
      .pluck()
      .all() as string[];
    for (const table of tables) {
      const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
      for (const column of Object.keys(rows[0] ?? {})) {
        const values = rows.map((row) => row[column]).filter((value) => value !== null);
        const canaries = canariesIn(Buffer.concat(values.flatMap((value) => [bytesOf(value), NEXT])));
        if (canaries.length > 0) found.set(`${table}.${column}`, canaries);
      }
    }
    return found;
  } finally {
    database.close();
  }
}

const NEXT = Buffer.from("\n");
const bytesOf = (value: unknown): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
