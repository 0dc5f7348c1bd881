/** The checkpoints that are on record. */
import { asc, desc } from "drizzle-orm";
import { auditCheckpoints } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { isSignedByOneOf, readCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { isOriginOf, keysOfLog } from "./log-keys.ts";
import type { Noted } from "./vocabulary.ts";

/** The newest checkpoint, and when it was signed; `checkpoint` is null where what is kept is none. */
export async function lastCheckpoint(
  read: Reader,
): Promise<{ size: number; at: number; checkpoint: SignedCheckpoint | null } | null> {
  const [row] = await read.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.size)).limit(1);
  return row ? { size: row.size, at: row.at, checkpoint: asKept(row) } : null;
}

function asKept(row: typeof auditCheckpoints.$inferSelect): SignedCheckpoint | null {
  const read = readCheckpoint(row.note);
  const fits = read?.size === row.size && read.root === row.root && read.origin === row.origin;
  return fits ? read : null;
}

/** All checkpoints on record, and the size of the first that no key of the log signed. */
export async function checkpointsKept(
  read: Reader,
  log: string,
): Promise<{ noted: Noted[]; forgedAt: number | null }> {
  const keys = (await keysOfLog(read, log)).map(({ key }) => key);
  const rows = await read.select().from(auditCheckpoints).orderBy(asc(auditCheckpoints.size));
  const noted: Noted[] = [];
  let forgedAt: number | null = null;
  for (const row of rows) {
    const kept = asKept(row);
    if (kept && isOriginOf(kept.origin, log) && isSignedByOneOf(kept, keys))
      noted.push({ size: kept.size, root: kept.root });
    else forgedAt ??= row.size;
  }
  return { noted, forgedAt };
}
