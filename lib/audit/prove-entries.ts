/** Proofs of single entries, for whoever is shown these and not the others. */
import type { Reader } from "#db/store.ts";
import { type SignedCheckpoint, writeProof } from "./checkpoint.ts";
import { isOriginOf, keysOfLog } from "./log-keys.ts";
import { inclusionProof } from "./tree.ts";

/** What a folder `audit` holds beside the entries (docs/audit-log.md, section 9). */
export interface EntryProofs {
  /** The signed checkpoint to which every proof leads. */
  checkpoint: string;
  /** Verifier keys of the log, the oldest first. */
  keys: string[];
  /** Notes of the changes of keys, in their order. */
  changes: string[];
  /** A file for each entry. */
  proofs: { seq: number; text: string }[];
}

/**
 * Proves that entries stand in the log of a checkpoint.
 * @param entries none with a number above the checkpoint's size
 * @throws TreeIncomplete
 */
export async function proveEntries(
  read: Reader,
  checkpoint: SignedCheckpoint,
  entries: readonly { seq: number }[],
): Promise<EntryProofs> {
  const [, log = ""] = checkpoint.origin.split("/");
  const keys = (await keysOfLog(read, log)).filter(
    ({ origin }) => origin === checkpoint.origin && isOriginOf(origin, log),
  );
  const proofs: EntryProofs["proofs"] = [];
  for (const { seq } of entries) {
    const hashes = await inclusionProof(read, seq, checkpoint.size);
    proofs.push({ seq, text: writeProof({ index: seq - 1, hashes, checkpoint: checkpoint.raw }) });
  }
  return {
    checkpoint: checkpoint.raw,
    keys: keys.map(({ vkey }) => vkey),
    changes: keys.flatMap(({ change }) => change ?? []),
    proofs,
  };
}
