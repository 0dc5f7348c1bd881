/** Sees to it that the last checkpoint lies at every place that is set, and tries those again that were away. */
import { type System, system } from "#lib/core/system.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import { lastCheckpoint } from "../kept-checkpoints.ts";
import { counts, keysOfLog } from "../log-keys.ts";
import { readEnds } from "../read-log.ts";
import { anchorCheckpoint } from "./anchor-checkpoint.ts";

/** How often it is looked. Apart from the signing, which no place outside may hold up. */
export const ANCHOR_ROUND_MS = 60_000;

/** Lays the last checkpoint wherever it does not lie yet. */
export async function keepAnchors(): Promise<void> {
  const sys = await system();
  const last = await lastOf(sys);
  if (last !== null) await anchorCheckpoint(sys, last);
}

/** Nothing that the key of the log did not sign leaves: a place would vouch for it. */
async function lastOf({ store: { read } }: System): Promise<SignedCheckpoint | null> {
  const { head } = await readEnds(read);
  const now = head && (await keysOfLog(read, head.log)).at(-1);
  const checkpoint = now ? ((await lastCheckpoint(read, now.origin))?.checkpoint ?? null) : null;
  return checkpoint && now && counts(checkpoint, [now]) ? checkpoint : null;
}
