/** What a witness makes of a checkpoint that it is asked to countersign (C2SP tlog-witness, add-checkpoint). */
import { EMPTY_ROOT } from "#lib/core/audit-tree.ts";
import { hashFrom, readCheckpoint, type SignedCheckpoint, sizeFrom } from "./checkpoint.ts";
import { readKey, signedBy, type VerifierKey } from "./note.ts";
import { isConsistent } from "./proofs.ts";

export interface Submission {
  /** Up to where the witness countersigned this log before, as whoever asks believes. */
  oldSize: number;
  /** That the log of this size is the beginning of the one in the checkpoint; lower-case hex. */
  proof: string[];
  checkpoint: SignedCheckpoint;
}

/** Size and root of a log up to where it was countersigned. */
export interface Seen {
  size: number;
  /** Lower-case hex. */
  root: string;
}

/** The answers of the specification, each with its status of HTTP. */
export const STATUS = {
  cosign: 200,
  malformed: 400,
  unsigned: 403,
  unknown: 404,
  elsewhere: 409,
  inconsistent: 422,
} as const;
export type Judgement = keyof typeof STATUS;
/** Nothing is said beside it. */
export type Refusal = Exclude<Judgement, "cosign" | "elsewhere">;

const PROOF_LINES_MAX = 63;

/** Reads the body of a request; null for anything else. */
export function readSubmission(body: string): Submission | null {
  const end = body.indexOf("\n\n");
  const [first = "", ...lines] = body.slice(0, Math.max(end, 0)).split("\n");
  const oldSize = sizeFrom(/^old (\d+)$/.exec(first)?.[1] ?? "");
  const proof = lines.map(hashFrom).filter((hash) => hash !== null);
  const checkpoint = readCheckpoint(body.slice(end + 2));
  if (end < 0 || oldSize === null || checkpoint === null) return null;
  if (proof.length !== lines.length || proof.length > PROOF_LINES_MAX) return null;
  return { oldSize, proof, checkpoint };
}

/** The keys that are known of a log. @param logs as the settings name them */
export const keysOf = (origin: string, logs: readonly { origin: string; vkey: string }[]): VerifierKey[] =>
  logs
    .filter((log) => log.origin === origin)
    .map(({ vkey }) => readKey(vkey))
    .filter((key) => key !== null);

/** What can be said of a request before it is known what was countersigned; null when so far nothing is wrong. */
export function judgeAlone(asked: Submission | null, keys: readonly VerifierKey[]): Refusal | null {
  if (asked === null) return "malformed";
  if (keys.length === 0) return "unknown";
  const { note, size } = asked.checkpoint;
  const found = keys.map((key) => signedBy(note, key));
  if (found.includes("fails") || !found.includes("holds")) return "unsigned";
  return asked.oldSize > size ? "malformed" : null;
}

/**
 * Whether a log goes on from where it was.
 * @param seen up to where it was countersigned; null when it never was
 */
export function judgeGrowth(
  { oldSize, proof, checkpoint }: Submission,
  seen: Seen | null,
): "cosign" | "elsewhere" | "inconsistent" {
  const before = seen ?? { size: 0, root: EMPTY_ROOT };
  if (oldSize !== before.size) return "elsewhere";
  return isConsistent(before, checkpoint, proof) ? "cosign" : "inconsistent";
}
