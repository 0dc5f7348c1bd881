/** Reads the log from the database slice by slice, never whole, and lets the server breathe in between. */
import { setImmediate as breathe } from "node:timers/promises";
import { and, asc, eq, getTableColumns, gte, lt, min, sql } from "drizzle-orm";
import { auditDetails, auditEvents, auditHead } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { StoredEvent, StoredHead } from "./verify.ts";

const SLICE = 1_000;

/** Where the log ends by its own note, and the least and greatest number there is: read in one statement, so of one moment. */
export interface LogEnds {
  head: StoredHead | null;
  first: number | null;
  last: number | null;
}

export async function readEnds(read: Reader): Promise<LogEnds> {
  // Two subqueries, as SQLite looks up a least or greatest number at once only when it is asked for alone.
  const span = read
    .select({
      first: sql<number | string | null>`(select min(${auditEvents.seq}) from ${auditEvents})`.as(
        "first_seq",
      ),
      last: sql<number | string | null>`(select max(${auditEvents.seq}) from ${auditEvents})`.as("last_seq"),
    })
    .from(sql`(select 1 as one) as one_row`)
    .as("span");
  const { id, ...columns } = getTableColumns(auditHead);
  const [row] = await read
    .select({ first: span.first, last: span.last, id, ...columns })
    .from(span)
    .leftJoin(auditHead, eq(auditHead.id, 1));
  if (!row) throw new Error("the ends of the log could not be read");
  const { log, seq, leaf, at } = row;
  const head = log === null || seq === null || leaf === null || at === null ? null : { log, seq, leaf, at };
  return { head, first: numberOf(row.first), last: numberOf(row.last) };
}

/** Guarantee: a PostgreSQL driver may hand out a 64-bit aggregate as text. */
const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/**
 * Events with numbers from `from` to `to`, in order. Reads by ranges of numbers and not by count, so that two entries
 * of one number are both seen.
 */
export async function* eventsBetween(read: Reader, from: number, to: number): AsyncGenerator<StoredEvent> {
  for (let start = from; start <= to;) {
    const end = Math.min(start + SLICE, to + 1);
    const rows = await read
      .select({
        seq: auditEvents.seq,
        leaf: auditEvents.leaf,
        body: auditEvents.body,
        caseId: auditEvents.caseId,
        act: auditEvents.act,
        actor: auditEvents.actor,
        objectId: auditEvents.objectId,
        decision: auditEvents.decision,
        requestId: auditEvents.requestId,
        at: auditEvents.at,
        detail: auditDetails.ciphertext,
      })
      .from(auditEvents)
      .leftJoin(auditDetails, eq(auditDetails.seq, auditEvents.seq))
      .where(and(gte(auditEvents.seq, start), lt(auditEvents.seq, end)))
      .orderBy(asc(auditEvents.seq));
    yield* rows;
    start = rows.length > 0 ? end : await nextNumber(read, end);
    await breathe();
  }
}

/** The first number there is from `from` on: a gap, however wide, costs one look. */
async function nextNumber(read: Reader, from: number): Promise<number> {
  const [row] = await read
    .select({ seq: min(auditEvents.seq) })
    .from(auditEvents)
    .where(gte(auditEvents.seq, from));
  return numberOf(row?.seq ?? null) ?? Number.POSITIVE_INFINITY;
}

/** Leaf hash of an entry as it is stored; empty where there is none. */
export async function leafAt(read: Reader, seq: number): Promise<string> {
  const [row] = await read
    .select({ leaf: auditEvents.leaf })
    .from(auditEvents)
    .where(eq(auditEvents.seq, seq));
  return row?.leaf ?? "";
}
