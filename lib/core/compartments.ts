/**
 * Keeps each record in the compartments of all that it rests on: an account in those of its witness, a statement in those of
 * its account, an allegation in those of its victim and of the evidence for it, a finding in those of its allegation. So
 * nothing that is open says what is not.
 */
import { and, eq, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { inList } from "#db/in-list.ts";
import { textAt } from "#db/json-text.ts";
import {
  allegations,
  compartmentMarks,
  evidenceLinks,
  findings,
  statements,
  testimonies,
  testimonyVersions,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import type { Tx } from "#db/store.ts";
import { newId } from "./ids.ts";
import type { SearchSync } from "./search-sync.ts";

type Node = PgTable & { id: AnyPgColumn; caseId: AnyPgColumn };

/** Writes marks as any row is written, with their trace in the event. */
export interface MarkWriter {
  insert(mark: Omit<typeof compartmentMarks.$inferInsert, "version">): Promise<unknown>;
  amend(
    id: string,
    version: number,
    changes: { own: number; mask: number; closedAt: number },
  ): Promise<unknown>;
}

/** A record that can be in a compartment. */
export interface Placed {
  readonly table: Node;
  readonly id: string;
  readonly caseId: string;
}

/** What rests on a record: the property of a row that names it, where it is one. */
const RESTS_ON: readonly { child: Node; parent: Node; by: string }[] = [
  { child: testimonies, parent: witnesses, by: "witnessId" },
  { child: statements, parent: testimonies, by: "testimonyId" },
  { child: allegations, parent: victims, by: "victimId" },
  { child: findings, parent: allegations, by: "allegationId" },
];

/** Guarantee: each table above has the property that stands beside it. */
const columnOf = ({ child, by }: { child: Node; by: string }): AnyPgColumn =>
  (getTableColumns(child) as Record<string, AnyPgColumn>)[by] as AnyPgColumn;

export interface MarkContext {
  tx: Tx;
  marks: MarkWriter;
  search: SearchSync;
  now: number;
}

/** Carries compartments on to what was just written. @param changed the properties that were, or all of a new row */
export async function inherit(
  ctx: MarkContext,
  table: PgTable,
  row: object,
  changed: readonly string[] | "all",
): Promise<void> {
  const { tx } = ctx;
  const name = getTableName(table);
  const of = (property: string): string | null => Reflect.get(row, property) as string | null;
  if (name === "testimony_versions") {
    // A draft names a witness before the row of its account does.
    const { witnessId } = Reflect.get(row, "facts") as { witnessId: string | null };
    if (changed !== "all" && !changed.includes("facts")) return;
    if ((await masksOf(tx, [witnessId])) === 0) return;
    await settle(ctx, { table: testimonies, id: of("testimonyId") ?? "", caseId: of("caseId") ?? "" });
    return;
  }
  if (name === "evidence_links") {
    if (changed !== "all" || (await masksOf(tx, [of("statementId")])) === 0) return;
    const allegation = { table: allegations, id: of("allegationId") ?? "", caseId: of("caseId") ?? "" };
    await settle(ctx, allegation);
    return;
  }
  const named = RESTS_ON.filter(({ child }) => child === table)
    .map(({ by }) => by)
    .filter((property) => changed === "all" || changed.includes(property));
  if (named.length === 0 || (await masksOf(tx, named.map(of))) === 0) return;
  await settle(ctx, { table: table as Node, id: of("id") ?? "", caseId: of("caseId") ?? "" });
}

/** What is decided of a record itself; left out where only what it rests on changed. */
export interface Decided {
  /** Its own compartments from now on, as bits. */
  own: number;
  /** Those out of which two people took it. Without their yes nothing ever leaves one, whatever else changes. */
  lifted: number;
}

/** Brings a record into the compartments that are its own now, and all that rests on it along. */
export async function settle(
  ctx: MarkContext,
  placed: Placed,
  { own, lifted }: Partial<Decided> = {},
): Promise<void> {
  const { tx, marks, now } = ctx;
  const [mark] = await tx.select().from(compartmentMarks).where(eq(compartmentMarks.recordId, placed.id));
  const before = mark?.mask ?? 0;
  const its = own ?? mark?.own ?? 0;
  const mask = (before & ~(lifted ?? 0)) | its | (await masksOf(tx, await parentsOf(tx, placed)));
  if (mask === before && its === (mark?.own ?? 0)) return;
  const { id: recordId, caseId } = placed;
  const closedAt = (mask & ~before) === 0 ? (mark?.closedAt ?? now) : now;
  if (mark) await marks.amend(mark.id, mark.version, { own: its, mask, closedAt });
  else await marks.insert({ id: newId("compartmentMark"), caseId, recordId, own: its, mask, closedAt });
  if (mask === before) return;
  await putAnew(ctx, placed);
  for (const child of await restingOn(tx, placed))
    await settle(ctx, child, lifted === undefined ? {} : { lifted });
}

/** The compartments of some records together, as bits. */
async function masksOf(tx: Tx, ids: readonly (string | null)[]): Promise<number> {
  const some = ids.filter((id) => id !== null);
  if (some.length === 0) return 0;
  const kept = tx.kept("compartments.masks", (from) =>
    from
      .select({ mask: compartmentMarks.mask })
      .from(compartmentMarks)
      .where(inList(compartmentMarks.recordId, sql.placeholder("ids"))),
  );
  const rows = await kept.execute({ ids: JSON.stringify(some) });
  return rows.reduce((all, { mask }) => all | mask, 0);
}

/** The ids of what a record rests on, or ever rested on: what was taken back still stands in its words. */
async function parentsOf(tx: Tx, { table, id }: Placed): Promise<(string | null)[]> {
  const ids: (string | null)[] = [];
  for (const one of RESTS_ON.filter(({ child }) => child === table)) {
    const rows = await tx
      .select({ parent: sql<string | null>`${columnOf(one)}` })
      .from(table as PgTable)
      .where(eq(table.id, id));
    ids.push(...rows.map(({ parent }) => parent));
  }
  if (table === testimonies) {
    const versions = await tx
      .select({ witnessId: textAt(testimonyVersions.facts, "witnessId") })
      .from(testimonyVersions)
      .where(eq(testimonyVersions.testimonyId, id));
    ids.push(...versions.map(({ witnessId }) => witnessId));
  }
  if (table === allegations) {
    const evidence = await tx
      .select({ statementId: evidenceLinks.statementId })
      .from(evidenceLinks)
      .where(eq(evidenceLinks.allegationId, id));
    ids.push(...evidence.map(({ statementId }) => statementId));
  }
  return ids;
}

async function restingOn(tx: Tx, { table, id, caseId }: Placed): Promise<Placed[]> {
  const found: Placed[] = [];
  const add = (child: Node, rows: readonly { id: string }[]) =>
    found.push(...rows.map((row) => ({ table: child, id: row.id, caseId })));
  for (const one of RESTS_ON.filter(({ parent }) => parent === table)) {
    const rows = tx.select({ id: sql<string>`${one.child.id}` }).from(one.child as PgTable);
    add(one.child, await rows.where(eq(columnOf(one), id)));
  }
  if (table === witnesses) {
    const named = eq(textAt(testimonyVersions.facts, "witnessId"), id);
    const versions = tx.selectDistinct({ id: testimonyVersions.testimonyId }).from(testimonyVersions);
    add(testimonies, await versions.where(and(eq(testimonyVersions.caseId, caseId), named)));
  }
  if (table === statements) {
    const evidence = tx.selectDistinct({ id: evidenceLinks.allegationId }).from(evidenceLinks);
    add(allegations, await evidence.where(eq(evidenceLinks.statementId, id)));
  }
  return found;
}

/** Puts a record into the index of words again: what is in compartments lies apart there. */
async function putAnew({ tx, search }: MarkContext, { table, id }: Placed): Promise<void> {
  const again = (of: PgTable, row: object | undefined): void => {
    if (row) search.note(of, row, Object.keys(row));
  };
  const [row] = await tx
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id));
  again(table, row);
  if (table !== testimonies || !row) return;
  const [text] = await tx
    .select()
    .from(testimonyVersions)
    .where(
      and(
        eq(testimonyVersions.testimonyId, id),
        eq(testimonyVersions.number, Reflect.get(row, "versionNumber") as number),
      ),
    );
  again(testimonyVersions, text);
}
