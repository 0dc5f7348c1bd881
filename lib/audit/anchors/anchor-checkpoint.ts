/**
 * Lays a checkpoint at every place that is set for it. Each is asked apart from the others: one that is away, or answers wrongly, is
 * kept in mind as a fault, and keeps none of the others from being asked.
 */
import { readFileSync } from "node:fs";
import { and, desc, eq } from "drizzle-orm";
import { auditAnchors } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { newId } from "#lib/core/ids.ts";
import type { System } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logEvent, logFault } from "#lib/platform/log.ts";
import { noteFault } from "../anchor-faults.ts";
import { TOLERANCE_MS } from "../anchor-times.ts";
import type { SignedCheckpoint } from "../checkpoint.ts";
import { consistencyProof } from "../tree.ts";
import { certificatesIn } from "./certificates.ts";
import { anchorInFolder } from "./folder.ts";
import { type AnchorFault, AnchorProblem } from "./problem.ts";
import { stampTime } from "./timestamp.ts";
import { askWitness } from "./witness.ts";

interface Laid {
  /** By the clock of the place; ms since 1970. */
  at: number;
  /** By how much that may be off; ms. */
  accuracyMs: number;
  evidence: string;
}

interface Place {
  kind: "timestamp" | "witness";
  /** Its address. */
  place: string;
  /** How long a checkpoint that lies there is enough; ms. */
  everyMs: number;
  /** @param last size of this log that lies there; 0 for none @throws AnchorProblem */
  lay: (checkpoint: SignedCheckpoint, last: number) => Promise<Laid>;
}

/** A stamp is some thousand bytes, and public authorities bound how many they give. */
const STAMP_EVERY_MS = 60 * 60_000;
/** A witness says whole seconds. */
const SECOND_MS = 1_000;

/** Tries all places where the checkpoint does not lie yet. Rejects for no fault of a place. */
export async function anchorCheckpoint(sys: System, checkpoint: SignedCheckpoint): Promise<void> {
  await anchorInFolder(sys, checkpoint);
  await Promise.all(placesOf(sys.store.read).map((one) => layAt(sys, one, checkpoint)));
}

function placesOf(read: Reader): Place[] {
  const { timestamp, witnesses } = readEnv();
  const authority: Place[] = timestamp === null ? [] : [authorityAt(timestamp)];
  return [...authority, ...witnesses.map((one) => witnessAt(read, one))];
}

const authorityAt = ({ url, caFile }: { url: string; caFile: string }): Place => ({
  kind: "timestamp",
  place: url,
  everyMs: STAMP_EVERY_MS,
  async lay({ raw }) {
    const { evidence, ...stamp } = await stampTime({ url, trusted: trustedIn(caFile) }, Buffer.from(raw));
    return { ...stamp, evidence: evidence.toString("base64") };
  },
});

/** Read each time: a file that was put right needs no new start. */
function trustedIn(file: string) {
  try {
    return certificatesIn(readFileSync(file, "utf8"));
  } catch (error) {
    throw new AnchorProblem("ca_unreadable", error);
  }
}

const witnessAt = (read: Reader, { url, vkey }: { url: string; vkey: string }): Place => ({
  kind: "witness",
  place: url,
  everyMs: 0,
  async lay(checkpoint, last) {
    const proofFrom = (size: number) => consistencyProof(read, size, checkpoint.size);
    const { at, evidence } = await askWitness({ url, vkey }, checkpoint, last, proofFrom);
    return { at, accuracyMs: SECOND_MS, evidence };
  },
});

async function layAt(sys: System, one: Place, checkpoint: SignedCheckpoint): Promise<void> {
  const { kind, place, everyMs } = one;
  const newest = await newestAt(sys.store.read, one, checkpoint.origin);
  if (newest !== null && (newest.size >= checkpoint.size || Math.abs(sys.clock() - newest.at) < everyMs))
    return;
  const asked = sys.clock();
  const laid = await one.lay(checkpoint, newest?.size ?? 0).catch(problemOf);
  if (typeof laid === "string") {
    logEvent("anchor.failed", { kind, why: laid });
    return noteFault(sys, { kind, place, problem: laid });
  }
  const { origin, size, root } = checkpoint;
  const { at, evidence } = laid;
  const apartMs = Math.max(0, asked - at - laid.accuracyMs, at - sys.clock() - laid.accuracyMs);
  const row = { id: newId("anchor"), kind, place, origin, size, root, evidence, at, apartMs };
  await keepBooks(sys, (books) => books.insert(auditAnchors).values(row));
  // It is an anchor all the same, of the size and the root: one of the two clocks goes wrong, and nobody knows which.
  await noteFault(sys, { kind, place, problem: apartMs > TOLERANCE_MS ? "clock" : null });
}

function problemOf(error: unknown): AnchorFault {
  if (error instanceof AnchorProblem) return error.why;
  logFault(error);
  return "fault";
}

async function newestAt(read: Reader, { kind, place }: Place, origin: string) {
  const here = and(
    eq(auditAnchors.kind, kind),
    eq(auditAnchors.place, place),
    eq(auditAnchors.origin, origin),
  );
  const [row] = await read
    .select({ size: auditAnchors.size, at: auditAnchors.at })
    .from(auditAnchors)
    .where(here)
    .orderBy(desc(auditAnchors.size))
    .limit(1);
  return row ?? null;
}
