/** How it stands with the signing of the log, found out without signing. */
import type { Reader } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { originOf } from "./checkpoint.ts";
import { departures } from "./elsewhere.ts";
import { type KeptCheckpoint, lastCheckpoint } from "./kept-checkpoints.ts";
import { counts, keysOfLog, type LogKey, seedOf, SignerRefuses, type SignerProblem } from "./log-keys.ts";
import { readEnds } from "./read-log.ts";
import { rootAt, TreeIncomplete } from "./tree.ts";
import type { Departure } from "./vocabulary.ts";

export interface SignerStanding {
  log: string;
  /** Entries in the log. */
  size: number;
  keys: LogKey[];
  last: { size: number; root: string; origin: string; at: number; note: string } | null;
  departures: Departure[];
  /** What stands in the way of the next checkpoint; null for nothing that shows without reading the entries. */
  problem: SignerProblem | null;
}

/** @returns null for a log without entries */
export async function signerStanding(ctx: {
  read: Reader;
  keys: Keys;
  dataFolder: string;
}): Promise<SignerStanding | null> {
  const { read, dataFolder } = ctx;
  const { head } = await readEnds(read);
  if (!head || head.seq === 0) return null;
  const { log, seq: size } = head;
  const keys = await keysOfLog(read, log);
  const now = keys.at(-1);
  const last = await lastCheckpoint(read, now?.origin ?? originOf(log));
  const found = await departures(read, dataFolder, { id: log, size, keys });
  const { checkpoint } = last ?? { checkpoint: null };
  return {
    log,
    size,
    keys,
    last:
      last && checkpoint
        ? {
            size: last.size,
            root: checkpoint.root,
            origin: checkpoint.origin,
            at: last.at,
            note: checkpoint.raw,
          }
        : null,
    departures: found,
    problem:
      found.length > 0
        ? "departs"
        : ((await problemOfLast(read, last, keys, size)) ?? (await keyProblem(ctx, keys))),
  };
}

async function problemOfLast(
  read: Reader,
  last: KeptCheckpoint | null,
  keys: readonly LogKey[],
  size: number,
): Promise<SignerProblem | null> {
  if (last === null) return null;
  const { checkpoint } = last;
  if (!checkpoint || !counts(checkpoint, keys)) return "forged";
  if (checkpoint.size > size) return "departs";
  const root = await rootAt(read, checkpoint.size).catch((error: unknown) => {
    if (error instanceof TreeIncomplete) return null;
    throw error;
  });
  return root === checkpoint.root ? null : "departs";
}

async function keyProblem(
  { read, keys }: { read: Reader; keys: Keys },
  all: readonly LogKey[],
): Promise<SignerProblem | null> {
  const now = all.at(-1);
  if (!now) return null;
  try {
    await seedOf(read, keys, now.key);
    return null;
  } catch (error) {
    if (error instanceof SignerRefuses) return error.problem;
    throw error;
  }
}
