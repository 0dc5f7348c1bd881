/**
 * Signs a checkpoint of the log. The signer believes nothing about what it signs: it starts from its last checkpoint,
 * verifies every entry since, and refuses a log that is not the continuation of what it signed before, here or elsewhere.
 */
import { eq } from "drizzle-orm";
import { auditCheckpoints } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { FIRST_PREV } from "#lib/core/audit-event.ts";
import type { System } from "#lib/core/system.ts";
import { originOf, readCheckpoint, signCheckpoint, type SignedCheckpoint } from "./checkpoint.ts";
import { departures } from "./elsewhere.ts";
import { type KeptCheckpoint, lastCheckpoint } from "./kept-checkpoints.ts";
import { beginKey, counts, keysOfLog, type LogKey, seedOf, SignerRefuses } from "./log-keys.ts";
import { checkpointsIn, keepNoteFile } from "./note-files.ts";
import { eventsBetween, leafAt, readEnds } from "./read-log.ts";
import { frontierAt, rootAt, TreeIncomplete } from "./tree.ts";
import { verifyChain } from "./verify.ts";

/**
 * Signs the log as it is now, on record and as a file beside the database.
 * @returns the checkpoint, which is the one before where nothing was entered since; null for an empty log
 * @throws SignerRefuses
 */
export async function checkpointNow(sys: System): Promise<SignedCheckpoint | null> {
  const { read } = sys.store;
  const { head } = await readEnds(read);
  if (!head || head.seq === 0) return null;
  const keys = await keysOfLog(read, head.log);
  const now = keys.at(-1) ?? (await firstKey(sys, head.log));
  const all = keys.length > 0 ? keys : [now];
  const gone = await departures(read, sys.dataFolder, { id: head.log, size: head.seq, keys: all });
  if (gone.length > 0) throw new SignerRefuses("departs");
  const trusted = trustedOf(await lastCheckpoint(read, now.origin), all);
  if (trusted && trusted.size > head.seq) throw new SignerRefuses("departs");
  const seed = await seedOf(read, sys.keys, now.key);
  if (trusted?.size === head.seq) return trusted;
  const root = await verifiedRoot(read, trusted, head.seq);
  const raw = signCheckpoint({ origin: now.origin, size: head.seq, root }, seed);
  const signed = readCheckpoint(raw);
  if (!signed) throw new Error("a checkpoint of our own cannot be read");
  await keep(sys, signed);
  return signed;
}

/** @throws SignerRefuses `forged` where what is kept as the last checkpoint is none of ours */
function trustedOf(last: KeptCheckpoint | null, keys: readonly LogKey[]): SignedCheckpoint | null {
  if (last === null) return null;
  const { checkpoint } = last;
  if (!checkpoint || !counts(checkpoint, keys)) throw new SignerRefuses("forged");
  return checkpoint;
}

async function firstKey(sys: System, log: string): Promise<LogKey> {
  const origin = originOf(log);
  return keepBooks(sys, async (books) => {
    const { key } = await beginKey(books, sys.keys, { origin, size: 0, now: sys.clock() });
    const [made] = (await keysOfLog(books, log)).filter((one) => one.key.keyId === key.keyId);
    if (!made) throw new Error("the key of the log was not kept");
    return made;
  });
}

/** Root at a size, from the last checkpoint and every entry since. @throws SignerRefuses `departs` | `broken` */
async function verifiedRoot(read: Reader, trusted: SignedCheckpoint | null, size: number): Promise<string> {
  try {
    const from = trusted?.size ?? 0;
    if (trusted && (await rootAt(read, from)) !== trusted.root) throw new SignerRefuses("departs");
    const before = {
      size: from,
      frontier: await frontierAt(read, from),
      leaf: from === 0 ? FIRST_PREV : await leafAt(read, from),
      log: null,
    };
    const result = await verifyChain(eventsBetween(read, from + 1, size), "absent", { before });
    if (!result.ok || result.count !== size || result.root !== (await rootAt(read, size)))
      throw new SignerRefuses("broken");
    return result.root;
  } catch (error) {
    if (error instanceof TreeIncomplete) throw new SignerRefuses("broken");
    throw error;
  }
}

async function keep(sys: System, { origin, size, root, raw }: SignedCheckpoint): Promise<void> {
  await keepBooks(sys, async (books) => {
    // An export and the timer may sign the same at once: the same bytes, of which one is kept.
    const [there] = await books.select().from(auditCheckpoints).where(eq(auditCheckpoints.size, size));
    if (there?.note !== raw)
      await books.insert(auditCheckpoints).values({ size, origin, root, note: raw, at: sys.clock() });
  });
  keepNoteFile(checkpointsIn(sys.dataFolder), { origin, size, raw }, true);
}
