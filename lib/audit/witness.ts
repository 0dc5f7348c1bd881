/**
 * Countersigns the logs of others. Whoever asks is nobody here: no account, no role, no session; what speaks is the signature of a
 * log that the settings name. So nothing can be read or changed in this way but up to where that one log was seen.
 */
import { eq } from "drizzle-orm";
import { witnessedLogs } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { System } from "#lib/core/system.ts";
import { takeTurn } from "#lib/core/throttle.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import { cosignatureOver, COSIGNS, verifierKeyOf, type VerifierKey } from "./note.ts";
import { witnessSeed } from "./witness-key.ts";
import {
  judgeAlone,
  judgeGrowth,
  keysOf,
  readSubmission,
  type Refusal,
  type Submission,
} from "./witness-rules.ts";

export interface Witness {
  name: string;
  logs: readonly { origin: string; vkey: string }[];
}

/** What is answered: a line of a cosignature, up to where the log was seen, a refusal, or that it is asked too often. */
export type Countersigned =
  | { kind: "cosign"; line: string }
  | { kind: "elsewhere"; size: number }
  | { kind: Refusal }
  | { kind: "too_often" };

const TURNS_MAX = 60;
const MINUTE_MS = 60_000;
const MS_IN_SECOND = 1_000;

/**
 * Countersigns a checkpoint, where the log goes on from what was seen of it; what was seen is kept before the answer leaves.
 * @param body of the request
 */
export async function countersign(
  sys: System,
  { name, logs }: Witness,
  body: string,
): Promise<Countersigned> {
  const asked = readSubmission(body);
  if (asked === null) return { kind: "malformed" };
  const wrong = judgeAlone(asked, keysOf(asked.checkpoint.origin, logs));
  if (wrong !== null) return { kind: wrong };
  const { size, against } = await judged(sys.store.read, asked);
  if (against !== null) return against;
  if (!(await hasTurn(sys, asked, size))) return { kind: "too_often" };
  const seed = await witnessSeed(sys);
  return keepBooks(sys, async (tx) => {
    // Read again: between two who ask at once, the log must not go back.
    const { against: now } = await judged(tx, asked);
    return now ?? keep(tx, asked.checkpoint, { name, seed, at: sys.clock() });
  });
}

/** Up to where the log was seen, and what stands against countersigning it. */
async function judged(
  read: Pick<Reader, "select">,
  asked: Submission,
): Promise<{ size: number; against: Countersigned | null }> {
  const [seen = null] = await read
    .select({ size: witnessedLogs.size, root: witnessedLogs.root })
    .from(witnessedLogs)
    .where(eq(witnessedLogs.origin, asked.checkpoint.origin));
  const size = seen?.size ?? 0;
  const kind = judgeGrowth(asked, seen);
  if (kind === "cosign") return { size, against: null };
  return { size, against: kind === "elsewhere" ? { kind, size } : { kind } };
}

async function keep(
  tx: Tx,
  { origin, size, root, note, raw }: SignedCheckpoint,
  { name, seed, at }: { name: string; seed: Buffer; at: number },
): Promise<Countersigned> {
  const line = cosignatureOver(note.text, name, seed, Math.floor(at / MS_IN_SECOND));
  const theirs = raw.split("\n").filter((one) => one.startsWith(`\u2014 ${origin} `));
  const row = { size, root, note: `${note.text}\n${theirs.join("\n")}\n${line}`, at };
  await tx
    .insert(witnessedLogs)
    .values({ origin, ...row })
    .onConflictDoUpdate({ target: witnessedLogs.origin, set: row });
  return { kind: "cosign", line };
}

/** What was countersigned already anybody can send again; that must not use up the turns of what only the log's own key can send. */
function hasTurn(sys: System, { checkpoint: { origin, size } }: Submission, seen: number): Promise<boolean> {
  const what = `witness ${size === seen ? "again" : "grown"} ${origin}`;
  return takeTurn(sys, { what, most: TURNS_MAX, withinMs: MINUTE_MS, onTooMany: async () => undefined });
}

/** The public half of the key, for whoever wants their log countersigned here. */
export const witnessKey = async (sys: System, name: string): Promise<VerifierKey> =>
  verifierKeyOf(name, await witnessSeed(sys), COSIGNS);

/** The last checkpoint of a log that was countersigned here, with both signatures; null when there is none. */
export async function lastCountersigned(read: Reader, origin: string): Promise<string | null> {
  const [row] = await read
    .select({ note: witnessedLogs.note })
    .from(witnessedLogs)
    .where(eq(witnessedLogs.origin, origin));
  return row?.note ?? null;
}
