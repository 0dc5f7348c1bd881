/**
 * When checkpoints are signed: after 256 entries or five minutes, soon after what weighs much, at the start and at the end.
 */
import { and, eq, gt, inArray } from "drizzle-orm";
import { anchorFaults, auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { type System, system } from "#lib/core/system.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import { checkpointNow } from "./checkpoints.ts";
import { lastCheckpoint } from "./kept-checkpoints.ts";
import { SignerRefuses } from "./log-keys.ts";
import { readEnds } from "./read-log.ts";

/** How often it is looked whether a checkpoint is due. */
export const CHECKPOINT_ROUND_MS = 10_000;
const ENTRIES_MAX = 256;
const AGE_MS_MAX = 5 * 60_000;

/** After these a checkpoint follows at once: what left, what was opened in an emergency, and what was done with keys. */
const WEIGHTY = [
  "audit.acceptLoss",
  "audit.export",
  "audit.rotateKey",
  "emergency.open",
  "export.approve",
  "export.download",
  "export.finish",
  "identity.reveal",
  "keys.change",
  "keys.drill",
];

/** Signs what is due, and keeps in mind what stood in the way. */
export async function keepCheckpoints(): Promise<void> {
  const sys = await system();
  if (await isDue(sys)) await signOrSay(sys);
}

/** Signs the log as it is, at a start and at an end. */
export async function checkpointAtEnds(): Promise<void> {
  await signOrSay(await system());
}

async function isDue({ store: { read }, clock }: System): Promise<boolean> {
  const { head } = await readEnds(read);
  if (!head || head.seq === 0) return false;
  const last = await lastCheckpoint(read);
  if (last === null || head.seq - last.size >= ENTRIES_MAX) return true;
  if (head.seq === last.size) return false;
  return clock() - last.at >= AGE_MS_MAX || (await weighsMuch(read, last.size));
}

async function weighsMuch(read: Reader, since: number): Promise<boolean> {
  const [row] = await read
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(inArray(auditEvents.act, WEIGHTY), gt(auditEvents.seq, since)))
    .limit(1);
  return row !== undefined;
}

const SIGNER = "signer";

async function signOrSay(sys: System): Promise<SignedCheckpoint | null> {
  try {
    const signed = await checkpointNow(sys);
    await noteFault(sys, { kind: SIGNER, place: SIGNER, problem: null });
    return signed;
  } catch (error) {
    if (!(error instanceof SignerRefuses)) throw error;
    await noteFault(sys, { kind: SIGNER, place: SIGNER, problem: error.problem });
    return null;
  }
}

interface Fault {
  kind: (typeof anchorFaults.$inferSelect)["kind"];
  place: string;
  /** Null where it goes well again. */
  problem: string | null;
}

/** Keeps what went wrong at a place, and since when; forgets it when it goes well again. */
export async function noteFault(sys: System, { kind, place, problem }: Fault): Promise<void> {
  const id = `${kind} ${place}`;
  const [known] = await sys.store.read.select().from(anchorFaults).where(eq(anchorFaults.id, id));
  if (problem === null && !known) return;
  const at = sys.clock();
  await keepBooks(sys, async (books) => {
    await books.delete(anchorFaults).where(eq(anchorFaults.id, id));
    const since = known?.problem === problem ? known.since : at;
    if (problem !== null) await books.insert(anchorFaults).values({ id, kind, place, problem, since, at });
  });
}
