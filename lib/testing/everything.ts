/** What a database holds, to see whether an act left anything behind. */
import { getTableName, gt, max } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { auditEvents } from "#db/schema/index.ts";
import * as schema from "#db/schema/index.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import type { World } from "./world.ts";

/** Every row of every table, so that "nothing was written" means nothing at all. @param except names of tables */
export async function everything(world: World, except: readonly string[] = []): Promise<string> {
  const dump: Record<string, unknown[]> = {};
  for (const table of Object.values<unknown>(schema).filter(isTable)) {
    const name = getTableName(table);
    if (except.includes(name)) continue;
    const rows: unknown[] = await world.fresh.store.read.select().from(table);
    dump[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return JSON.stringify(dump);
}

const isTable = (value: unknown): value is PgTable =>
  typeof value === "object" && value !== null && "getSQL" in value;

/** The entries after one of the log, in their order. @param seq 0 for all */
export async function eventsSince(world: World, seq: number): Promise<AuditEvent[]> {
  const rows = await world.fresh.store.read
    .select({ seq: auditEvents.seq, body: auditEvents.body })
    .from(auditEvents)
    .where(gt(auditEvents.seq, seq));
  return rows.toSorted((a, b) => a.seq - b.seq).map((row) => JSON.parse(row.body) as AuditEvent);
}

/** The number of the newest entry of the log. */
export async function lastSeq(world: World): Promise<number> {
  const [row] = await world.fresh.store.read.select({ seq: max(auditEvents.seq) }).from(auditEvents);
  return row?.seq ?? 0;
}
