/** Has a witness countersign a checkpoint (C2SP tlog-witness, from the side of the log). */
import { type SignedCheckpoint, sizeFrom } from "../checkpoint.ts";
import { cosignedAt, readKey, readNote, readSignature } from "../note.ts";
import { type Answered, type Asked, post } from "./asking.ts";
import { type AnchorFault, AnchorProblem } from "./problem.ts";

export interface WitnessPlace {
  /** What stands before `/add-checkpoint`. */
  url: string;
  vkey: string;
  /** For tests. */
  timeoutMs?: number;
}

/** Proof that this log of one size goes on to that of the checkpoint; lower-case hex. */
export type ProofFrom = (size: number) => Promise<readonly string[]>;

const OK = 200;
const CONFLICT = 409;
const MS_IN_SECOND = 1_000;

/** What the statuses of the specification say. */
const MEANING: Readonly<Record<number, AnchorFault>> = {
  403: "refused_key",
  404: "unknown_log",
  422: "proof",
};

/**
 * Asks for a countersignature, and a second time where the witness has seen another size than was believed.
 * @param believed up to where the witness has seen this log, as far as is known here
 * @returns when it countersigned, ms since 1970, and the note with its signature
 * @throws AnchorProblem
 */
export async function askWitness(
  place: WitnessPlace,
  checkpoint: SignedCheckpoint,
  believed: number,
  proofFrom: ProofFrom,
): Promise<{ at: number; evidence: string }> {
  const ask = async (size: number): Promise<Answered> =>
    post(asked(place, bodyOf(size, await proofFrom(size), checkpoint)));
  const first = await ask(believed);
  const answer = first.status === CONFLICT ? await ask(seenIn(first, believed, checkpoint)) : first;
  if (answer.status === CONFLICT) throw new AnchorProblem("unreadable");
  if (answer.status !== OK) throw new AnchorProblem(MEANING[answer.status] ?? "status");
  return countersigned(place, checkpoint, textOf(answer));
}

const asked = ({ url, timeoutMs }: WitnessPlace, body: string): Asked => ({
  url: `${url.replace(/\/+$/, "")}/add-checkpoint`,
  type: "text/plain; charset=utf-8",
  body: Buffer.from(body),
  ...(timeoutMs === undefined ? {} : { timeoutMs }),
});

const bodyOf = (old: number, proof: readonly string[], { raw }: SignedCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${Buffer.from(hash, "hex").toString("base64")}\n`).join("")}\n${raw}`;

function sizeIn({ type, body }: Answered): number | null {
  const text = body.toString("utf8");
  return type === "text/x.tlog.size" && text.endsWith("\n") ? sizeFrom(text.slice(0, -1)) : null;
}

/** @throws AnchorProblem `old_size` where it has seen a longer log, `unreadable` where it says nothing new */
function seenIn(answer: Answered, believed: number, { size }: SignedCheckpoint): number {
  const seen = sizeIn(answer);
  if (seen === null || seen === believed) throw new AnchorProblem("unreadable");
  if (seen > size) throw new AnchorProblem("old_size");
  return seen;
}

function textOf({ body }: Answered): string {
  const text = body.toString("utf8");
  if (!text.endsWith("\n") || !Buffer.from(text).equals(body)) throw new AnchorProblem("unreadable");
  return text;
}

/** Lines by keys that are not set here are passed over, as the specification says. */
function countersigned(
  { vkey }: WitnessPlace,
  { raw }: SignedCheckpoint,
  text: string,
): { at: number; evidence: string } {
  const key = readKey(vkey);
  const lines = text.slice(0, -1).split("\n");
  const signatures = lines.map(readSignature);
  if (signatures.includes(null)) throw new AnchorProblem("unreadable");
  const own = lines.filter(
    (_, at) => signatures[at]?.name === key?.name && signatures[at]?.keyId === key?.keyId,
  );
  if (key === null || own.length === 0) throw new AnchorProblem("not_countersigned");
  const evidence = `${raw}${own.join("\n")}\n`;
  const note = readNote(evidence);
  const seconds = note && cosignedAt(note, key);
  if (!seconds) throw new AnchorProblem("signature");
  return { at: seconds * MS_IN_SECOND, evidence };
}
