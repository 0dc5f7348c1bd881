/** The checkpoints that are on record. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { auditAnchors, auditCheckpoints } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { type AnchorTime, LAG_MS_MAX } from "./anchor-times.ts";
import { isSignedByOneOf, readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { isOriginOf, isPast, keysOfLog } from "./log-keys.ts";
import type { Noted } from "./vocabulary.ts";

/** A checkpoint as it is on record; `checkpoint` is null where what is kept is none. */
export interface KeptCheckpoint {
  size: number;
  /** When it was signed, in ms since 1970. */
  at: number;
  checkpoint: SignedCheckpoint | null;
}

/** The newest checkpoint of an origin. */
export async function lastCheckpoint(read: Reader, origin: string): Promise<KeptCheckpoint | null> {
  const [row] = await read
    .select()
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.origin, origin))
    .orderBy(desc(auditCheckpoints.size))
    .limit(1);
  return row ? { size: row.size, at: row.at, checkpoint: asKept(row) } : null;
}

function asKept(row: typeof auditCheckpoints.$inferSelect): SignedCheckpoint | null {
  const read = readCheckpoint(row.note);
  const fits = read?.size === row.size && read.root === row.root && read.origin === row.origin;
  return fits ? read : null;
}

/** The checkpoint of a size. @throws NotFound where there is none */
export async function checkpointAt(read: Reader, size: number): Promise<SignedCheckpoint> {
  const [row] = await read.select().from(auditCheckpoints).where(eq(auditCheckpoints.size, size));
  const checkpoint = row ? asKept(row) : null;
  if (!checkpoint) throw new NotFound();
  return checkpoint;
}

/**
 * The checkpoints on record, and the size of the first that no key of the log signed. Those of an origin that ended with an
 * accepted loss are past.
 */
export async function checkpointsKept(
  read: Reader,
  log: string,
): Promise<{ noted: Noted[]; forgedAt: number | null }> {
  const all = await keysOfLog(read, log);
  const keys = all.map(({ key }) => key);
  const rows = await read.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.size));
  const noted: Noted[] = [];
  let forgedAt: number | null = null;
  for (const row of rows) {
    if (isPast(row.origin, all)) continue;
    const kept = asKept(row);
    if (kept && isOriginOf(kept.origin, log) && isSignedByOneOf(kept, keys))
      noted.push({ size: kept.size, root: kept.root });
    else forgedAt ??= row.size;
  }
  return { noted, forgedAt };
}

/**
 * When others saw the log, by the anchors on record that carry a time of theirs. Those of an origin that ended with an accepted
 * loss are past: they saw entries that are lost.
 */
export async function anchorTimesKept(read: Reader, log: string): Promise<AnchorTime[]> {
  const all = await keysOfLog(read, log);
  const rows = await read
    .select({
      origin: auditAnchors.origin,
      size: auditAnchors.size,
      atMs: auditAnchors.at,
      signedAt: auditCheckpoints.at,
    })
    .from(auditAnchors)
    .leftJoin(
      auditCheckpoints,
      and(eq(auditCheckpoints.size, auditAnchors.size), eq(auditCheckpoints.origin, auditAnchors.origin)),
    )
    .where(inArray(auditAnchors.kind, ["timestamp", "witness"]));
  return rows
    .filter(({ origin }) => isOriginOf(origin, log) && !isPast(origin, all))
    .map(({ size, atMs, signedAt }) => ({
      size,
      atMs,
      lagMs: signedAt === null ? LAG_MS_MAX : atMs - signedAt,
    }));
}
