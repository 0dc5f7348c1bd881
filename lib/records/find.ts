/** Any record of a case by its id alone: its table, its line, and the permission under which it is seen. */
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  accounts,
  actors,
  allegations,
  figures,
  findings,
  incidents,
  mediaItems,
  places,
  proceedings,
  sources,
  testimonies,
  testimonyWriters,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import { caseRolesWith, type Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { figureLabel } from "#lib/figures/find.ts";
import { nounOf, RECORD_NOUNS, type RecordNoun } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;

interface Kind {
  table: PgTable & {
    id: AnyPgColumn;
    caseId: AnyPgColumn;
    code: AnyPgColumn;
    version: AnyPgColumn;
    createdBy: AnyPgColumn;
    updatedAt: AnyPgColumn;
    retractedAt: AnyPgColumn;
  };
  /** What it is called; empty for what has a code alone. */
  label: SQL<string>;
  labelAr: SQL<string | null>;
}

const none = sql<string | null>`null`;
const words = (column: AnyPgColumn): SQL<string> => sql<string>`coalesce(${column}, '')`;
const maybeWords = (column: AnyPgColumn): SQL<string | null> => sql<string | null>`${column}`;

const KINDS: Record<RecordNoun, Kind> = {
  testimony: { table: testimonies, label: words(testimonies.title), labelAr: none },
  witness: { table: witnesses, label: sql<string>`''`, labelAr: none },
  victim: { table: victims, label: words(victims.label), labelAr: none },
  incident: { table: incidents, label: words(incidents.title), labelAr: maybeWords(incidents.titleAr) },
  actor: { table: actors, label: words(actors.name), labelAr: maybeWords(actors.nameAr) },
  allegation: { table: allegations, label: words(allegations.wording), labelAr: none },
  finding: { table: findings, label: sql<string>`''`, labelAr: none },
  place: { table: places, label: words(places.name), labelAr: maybeWords(places.nameAr) },
  source: { table: sources, label: words(sources.name), labelAr: maybeWords(sources.nameAr) },
  media: { table: mediaItems, label: words(mediaItems.title), labelAr: none },
  figure: { table: figures, label: figureLabel, labelAr: none },
  proceeding: { table: proceedings, label: words(proceedings.title), labelAr: none },
};

/** The permission under which a noun is seen. */
export const sightOfRecord = (noun: RecordNoun): Permission => `${noun}.read`;

/**
 * A record of a case that the caller may read.
 * @throws NotFound when absent, out of scope or of another noun
 */
export async function findCaseRecord({ read, scope }: Context, recordId: string) {
  const noun = nounOf(recordId);
  if (noun === null) throw new NotFound();
  const { table } = KINDS[noun];
  const [row] = await read
    .select({
      id: text(table.id),
      code: text(table.code),
      caseId: text(table.caseId),
      version: whole(table.version),
      createdBy: text(table.createdBy),
      updatedAt: whole(table.updatedAt),
      retractedAt: maybeWhole(table.retractedAt),
    })
    .from(table)
    .where(and(eq(table.id, recordId), scope.cases(table.caseId, sightOfRecord(noun))));
  if (!row) throw new NotFound();
  scope.sees(row.caseId, sightOfRecord(noun)); // which notes the case in which something was found
  return { ...row, noun };
}

/** The humans who wrote a record: who made it, whoever wrote on a testimony, the author of a finding. */
export async function writersOf(
  { read }: Pick<LoadContext, "read">,
  { noun, id, createdBy }: { noun: RecordNoun; id: string; createdBy: string },
): Promise<string[]> {
  const makers = await read
    .select({ humanId: accounts.humanId })
    .from(accounts)
    .where(eq(accounts.id, createdBy));
  const others =
    noun === "testimony"
      ? await read
          .select({ humanId: testimonyWriters.humanId })
          .from(testimonyWriters)
          .where(eq(testimonyWriters.testimonyId, id))
      : noun === "finding"
        ? await read.select({ humanId: findings.authorHumanId }).from(findings).where(eq(findings.id, id))
        : [];
  return [...new Set([...makers, ...others].flatMap(({ humanId }) => humanId ?? []))];
}

/**
 * The condition that the caller may read the record that a row is about: nouns seen by the same roles are asked for
 * together, so that it stays one comparison where everybody sees all.
 */
export function recordsInSight(
  { scope }: Context,
  row: { caseId: AnyPgColumn; noun: AnyPgColumn },
): SQL | undefined {
  const alike = Map.groupBy(RECORD_NOUNS, (noun) => caseRolesWith(sightOfRecord(noun)).join());
  return or(
    ...[...alike.values()].map((nouns) => {
      const [first] = nouns;
      return first && and(inArray(row.noun, nouns), scope.cases(row.caseId, sightOfRecord(first)));
    }),
  );
}

/** One line of a record, for a list of records of many nouns. */
export interface RecordLine {
  code: string;
  label: string;
  labelAr: string | null;
  retracted: boolean;
}

/** The lines of records by id, each noun asked for once; what the caller may not see is left out. */
export async function linesOf({ read, scope }: Context, ids: readonly string[]) {
  const lines = new Map<string, RecordLine>();
  for (const [noun, some] of Map.groupBy(new Set(ids), nounOf)) {
    if (noun === null) continue;
    const { table, label, labelAr } = KINDS[noun];
    const rows = await read
      .select({
        id: text(table.id),
        code: text(table.code),
        label,
        labelAr,
        at: maybeWhole(table.retractedAt),
      })
      .from(table)
      .where(and(inArray(table.id, some), scope.cases(table.caseId, sightOfRecord(noun))));
    for (const { id, at, ...line } of rows) lines.set(id, { ...line, retracted: at !== null });
  }
  return lines;
}

// Guarantee: these columns hold texts, whole numbers and instants in every table above; drizzle loses the type of a
// column over a generic table.
const text = (column: AnyPgColumn) => sql<string>`${column}`;
const whole = (column: AnyPgColumn) => sql<number>`${column}`.mapWith(Number);
const maybeWhole = (column: AnyPgColumn) =>
  sql<number | null>`${column}`.mapWith((value: unknown) => (value === null ? null : Number(value)));
