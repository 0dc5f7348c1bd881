/** Which table a record's id leads to, and under which permission its row is seen. */
import { and, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  accounts,
  actors,
  allegations,
  attachments,
  caseExports,
  cases,
  contradictions,
  dependencies,
  evidenceLinks,
  figures,
  findings,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  recipients,
  sourceGrades,
  sources,
  sourceTies,
  statements,
  testimonies,
  timelineNotes,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { type IdKind, idPrefixes, isId } from "#lib/core/id-forms.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";

interface RecordKind {
  table: PgTable & { id: AnyPgColumn; version: AnyPgColumn };
  /** What people call the record by: its code, an account's name. */
  code: AnyPgColumn;
  /** The column that says to which case it belongs; null for what belongs to none. */
  caseId: AnyPgColumn | null;
  permission: Permission;
}

const record = <
  T extends PgTable & { id: AnyPgColumn; version: AnyPgColumn; code: AnyPgColumn; caseId: AnyPgColumn },
>(
  table: T,
  permission: Permission,
): RecordKind => ({ table, code: table.code, caseId: table.caseId, permission });

const kinds: Partial<Record<IdKind, RecordKind>> = {
  account: { table: accounts, code: accounts.name, caseId: null, permission: "account.read" },
  actor: record(actors, "actor.read"),
  allegation: record(allegations, "allegation.read"),
  attachment: record(attachments, "testimony.read"),
  case: { table: cases, code: cases.code, caseId: cases.id, permission: "case.read" },
  contradiction: record(contradictions, "contradiction.read"),
  dependency: record(dependencies, "statement.read"),
  evidenceLink: record(evidenceLinks, "evidence.read"),
  export: record(caseExports, "export.read"),
  figure: record(figures, "figure.read"),
  finding: record(findings, "finding.read"),
  grade: record(sourceGrades, "source.read"),
  incident: record(incidents, "incident.read"),
  link: record(links, "link.read"),
  media: record(mediaItems, "media.read"),
  place: record(places, "place.read"),
  proceeding: record(proceedings, "proceeding.read"),
  recipient: record(recipients, "recipient.read"),
  source: record(sources, "source.read"),
  sourceTie: record(sourceTies, "evidence.read"),
  statement: record(statements, "statement.read"),
  testimony: record(testimonies, "testimony.read"),
  timelineNote: record(timelineNotes, "proceeding.read"),
  victim: record(victims, "victim.read"),
  witness: record(witnesses, "witness.read"),
};

const byPrefix = new Map(Object.entries(kinds).map(([kind, value]) => [prefixOf(kind), value]));

/** Guarantee: `kinds` is keyed by kinds of ids. */
function prefixOf(kind: string): string {
  return idPrefixes[kind as IdKind];
}

const kindOf = (id: string): RecordKind | null =>
  isId(id) ? (byPrefix.get(id.slice(0, id.indexOf("_"))) ?? null) : null;

/**
 * A record of a case whose content the caller may read.
 * @throws NotFound when absent, out of scope, or of a kind that has no history of its own
 */
export async function findAnyRecord({ read, scope }: Pick<LoadContext, "read" | "scope">, id: string) {
  const kind = kindOf(id);
  if (!kind?.caseId) throw new NotFound();
  const [row] = await read
    .select({ id: textOf(kind.table.id), caseId: textOf(kind.caseId), version: wholeOf(kind.table.version) })
    .from(kind.table)
    .where(and(eq(kind.table.id, id), scope.cases(kind.caseId, kind.permission)));
  if (!row) throw new NotFound();
  return row;
}

/** Codes of records by id, for those who may see codes and nothing else. Unknown ids are left out. */
export async function codesOf(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const kind of new Set(ids.map(kindOf))) {
    if (!kind) continue;
    const own = ids.filter((id) => kindOf(id) === kind);
    const rows = await read
      .select({ id: textOf(kind.table.id), code: textOf(kind.code) })
      .from(kind.table)
      .where(inArray(kind.table.id, own));
    for (const row of rows) codes.set(row.id, row.code);
  }
  return codes;
}

// Guarantee: ids, case ids and codes are texts and row versions whole numbers in every table above; drizzle loses the
// type of a column over a generic table.
const textOf = (column: AnyPgColumn) => sql<string>`${column}`;
const wholeOf = (column: AnyPgColumn) => sql<number>`${column}`;
