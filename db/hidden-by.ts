/** Which rows a compartment hides: by which of their columns a row is, or hangs on, a record that can be in one. */
import { getTableColumns, getTableName, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { compartmentMarks } from "./schema/compartments.ts";

/**
 * By table, the properties that hold the id of such a record. A table of a case that is in neither list fails a test: nothing
 * new can be shown without somebody having thought of it.
 */
export const hiddenBy: Readonly<Record<string, readonly string[]>> = {
  testimonies: ["id"],
  testimony_versions: ["testimonyId"],
  testimony_writers: ["testimonyId"],
  testimony_people: ["testimonyId"],
  attachments: ["testimonyId"],
  witnesses: ["id"],
  victims: ["id"],
  source_grades: ["witnessId"],
  consent_answers: ["witnessId"],
  risk_assessments: ["witnessId"],
  risk_events: ["witnessId"],
  person_indexes: ["testimonyId"],
  retentions: ["testimonyId"],
  legal_holds: ["testimonyId"],
  deletions: ["testimonyId"],
  contact_talks: ["witnessId"],
  contact_rules: ["witnessId"],
  contact_permits: ["witnessId"],
  contact_plans: ["witnessId"],
  referrals: ["witnessId"],
  identities: ["personId"],
  identity_marks: ["personId"],
  identity_shreds: ["personId"],
  reveals: ["personId"],
  anonymities: ["personId"],
  victim_merges: ["victimId"],
  statements: ["id"],
  allegations: ["id"],
  evidence_links: ["statementId", "allegationId"],
  dependencies: ["statementId", "otherStatementId"],
  source_ties: ["witnessId", "otherWitnessId"],
  contradictions: ["statementId", "otherStatementId", "allegationId"],
  findings: ["id"],
  blind_grades: ["findingId"],
  appeals: ["findingId"],
  // An account is always the first end of its links (lib/links/vocabulary.ts).
  links: ["fromId"],
  assignments: ["recordId"],
  comments: ["recordId"],
  taggings: ["recordId"],
  notices: ["recordId"],
  placements: ["recordId"],
  search_entries: ["recordId"],
};

/** The tables of a case whose rows no compartment hides, and why. */
export const neverHidden: Readonly<Record<string, string>> = {
  case_members: "who belongs to a case is known to its people",
  clearances: "and so is who is cleared for what",
  emergency_accesses: "who opened a case is known to those who watch over it; it holds no record",
  compartment_marks: "read by the condition itself; no question shows a row of it",
  incidents: "an event is known to the case; who told of it is not",
  actors: "as incidents",
  places: "as incidents",
  sources: "publishers and documents; a person who tells is a witness",
  media_items: "as sources",
  figures: "as sources",
  proceedings: "as incidents",
  timeline_notes: "as incidents",
  recipients: "whom the case deals with; what was refused to whom stands with the person's answers",
  tags: "a word of the case; on which records it is, is hidden with them",
  comment_texts: "found through their comment",
  victim_lists: "as sources: what somebody published; names on it are sealed",
  victim_list_entries: "as lists",
  victim_doubles: "two rows of lists that may be one person; it names no victim",
  victim_name_openings: "that somebody read names on lists; it names no record",
  identity_demands: "that each opening takes a second person; it names no record",
  blind_reviews: "how a case reviews; it names no record",
  retention_terms: "a number of months for a class; it names no record",
  saved_views: "hold filters, and no record",
  case_exports: "hold no record of a compartment, and are refused once one of theirs is in one",
  release_decisions: "as exports; what they rest on is shown to nobody but as the decision itself",
  export_approvals: "as exports",
  audit_events: "acts and codes, for auditors; a record's own history is asked for by the record",
};

/** The ids by which a row is hidden, or none. @param table a table or an alias of one */
export function hidingColumns(table: PgTable): AnyPgColumn[] {
  const columns: Record<string, AnyPgColumn> = getTableColumns(table);
  const name = Reflect.get(table, Symbol.for("drizzle:OriginalName")) as string | undefined;
  return (hiddenBy[name ?? getTableName(table)] ?? []).flatMap((property) => columns[property] ?? []);
}

/**
 * The condition that a row is in no compartment of some.
 * @param closed the compartments that hide, as bits; it may turn on the case of a mark
 */
export function outside(table: PgTable, closed: SQL | number): SQL | undefined {
  const ids = hidingColumns(table);
  if (ids.length === 0) return undefined;
  const { recordId, mask } = compartmentMarks;
  // One search for each id: of a list of columns, SQLite would make a table for every row that it looks at.
  const each = ids.map(
    (id) =>
      sql`not exists (select 1 from ${compartmentMarks} where ${recordId} = ${id} and (${mask} & ${closed}) <> 0)`,
  );
  return sql`(${sql.join(each, sql` and `)})`;
}

/** The compartments in which a row is, as bits, as a column of a select. */
export function compartmentsOfRow(table: PgTable): SQL<number> {
  const { recordId, mask } = compartmentMarks;
  const each = hidingColumns(table).map(
    (id) => sql`coalesce((select ${mask} from ${compartmentMarks} where ${recordId} = ${id}), 0)`,
  );
  return each.length === 0 ? sql<number>`0` : sql<number>`${sql.join(each, sql` | `)}`;
}

/** All bits: every compartment hides. */
export const EVERY = -1;
