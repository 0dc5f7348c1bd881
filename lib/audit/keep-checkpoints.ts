/**
 * When checkpoints are signed: after 256 entries or five minutes, soon after what weighs much, at the start and at the end.
 */
import { and, gt, inArray } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { type System, system } from "#lib/core/system.ts";
import { noteFault } from "./anchor-faults.ts";
import { anchorInFolder } from "./anchors/folder.ts";
import { checkpointNow } from "./checkpoints.ts";
import { lastCheckpoint } from "./kept-checkpoints.ts";
import { keysOfLog, SignerRefuses } from "./log-keys.ts";
import { readEnds } from "./read-log.ts";

/** How often it is looked whether a checkpoint is due. */
export const CHECKPOINT_ROUND_MS = 10_000;
const ENTRIES_MAX = 256;
const AGE_MS_MAX = 5 * 60_000;

/** After these a checkpoint follows at once: what left, what was opened in an emergency, and what was done with keys. */
export const WEIGHTY = [
  "audit.acceptLoss",
  "audit.excerpt",
  "audit.export",
  "audit.rotateKey",
  "emergency.open",
  "export.approveLegal",
  "export.approveProtection",
  "export.download",
  "export.finish",
  "identity.readRevealed",
  "identity.reveal",
  "identity.shred",
  "keys.approve",
  "keys.change",
  "keys.drill",
  "keys.lock",
  "pseudonymKey.download",
  "record.shred",
];

let hasBegun = false;
let inHand: Promise<void> = Promise.resolve();

/** Signs what is due, and at the first time whatever there is; keeps in mind what stood in the way. */
export const keepCheckpoints = (): Promise<void> =>
  oneAtATime(async () => {
    const sys = await system();
    if (hasBegun && !(await isDue(sys))) return;
    await signOrSay(sys);
    hasBegun = true;
  });

/** Where bin/server.mjs finds what signs the log at an end. */
export function signAtTheEnd(): void {
  const atEnd = () => oneAtATime(async () => signOrSay(await system()));
  (globalThis as { attestAtEnd?: () => Promise<void> }).attestAtEnd = atEnd;
}

function oneAtATime(work: () => Promise<void>): Promise<void> {
  inHand = inHand.catch(() => undefined).then(work);
  return inHand;
}

/** Whether a checkpoint is to be signed by now. */
export async function isDue({ store: { read }, clock }: System): Promise<boolean> {
  const { head } = await readEnds(read);
  if (!head || head.seq === 0) return false;
  const now = (await keysOfLog(read, head.log)).at(-1);
  const last = now ? await lastCheckpoint(read, now.origin) : null;
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

const SIGNER = { kind: "signer", place: "signer" } as const;

async function signOrSay(sys: System): Promise<void> {
  try {
    const signed = await checkpointNow(sys);
    await noteFault(sys, { ...SIGNER, problem: null });
    if (signed) await anchorInFolder(sys, signed);
  } catch (error) {
    if (!(error instanceof SignerRefuses)) throw error;
    await noteFault(sys, { ...SIGNER, problem: error.problem });
  }
}
