/** A quick look at the end of the log. It believes the first entry that it reads about all that came before. */
import type { Reader } from "#db/store.ts";
import { eventsBetween, readEnds } from "./read-log.ts";
import { type ChainBroken, verifyChain } from "./verify.ts";

export type TailResult =
  | { ok: true; size: number; checked: number; lastAt: number | null }
  | Pick<ChainBroken, "ok" | "firstBad">;

/** Verifies the last entries, and the note of where the log ends, of a database that may be in use meanwhile. */
export async function verifyTail(read: Reader, entries: number): Promise<TailResult> {
  const { head, last } = await readEnds(read);
  const end = last ?? 0;
  const from = Math.max(1, end - entries + 1);
  const result = await verifyChain(eventsBetween(read, from, end), head, { from });
  if (!result.ok) return result;
  return { ok: true, size: end, checked: result.count, lastAt: result.lastAt };
}
