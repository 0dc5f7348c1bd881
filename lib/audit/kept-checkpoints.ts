/** The checkpoints that are on record. */
import { setImmediate as breathe } from "node:timers/promises";
import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { auditAnchors, auditCheckpoints } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { type AnchorTime, LAG_MS_MAX, TOLERANCE_MS } from "./anchor-times.ts";
import { readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { counts, isOriginOf, isPast, keysOfLog } from "./log-keys.ts";
import type { Noted } from "./vocabulary.ts";

const PAGE = 256;

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
  const noted: Noted[] = [];
  let forgedAt: number | null = null;
  for await (const row of checkpointsFrom(read)) {
    if (isPast(row.origin, all)) continue;
    const kept = asKept(row);
    if (kept && isOriginOf(kept.origin, log) && counts(kept, all))
      noted.push({ size: kept.size, root: kept.root });
    else forgedAt ??= row.size;
  }
  return { noted, forgedAt };
}

/** All rows in the order of their sizes, a page at a time. */
async function* checkpointsFrom(read: Reader): AsyncGenerator<typeof auditCheckpoints.$inferSelect> {
  for (let after = -1; ;) {
    const rows = await read
      .select()
      .from(auditCheckpoints)
      .where(gt(auditCheckpoints.size, after))
      .orderBy(asc(auditCheckpoints.size))
      .limit(PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.size;
    await breathe();
  }
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
    .where(
      and(
        inArray(auditAnchors.kind, ["timestamp", "witness"]),
        // Where one of two clocks went wrong was said when the anchor was laid. It proves the size and the root, and no time.
        lte(auditAnchors.apartMs, TOLERANCE_MS),
      ),
    );
  return rows
    .filter(({ origin }) => isOriginOf(origin, log) && !isPast(origin, all))
    .map(({ size, atMs, signedAt }) => ({
      size,
      atMs,
      lagMs: signedAt === null ? LAG_MS_MAX : atMs - signedAt,
    }));
}
