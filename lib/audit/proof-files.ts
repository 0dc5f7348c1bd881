/** A bundle of entries with their proofs as files (docs/audit-log.md, section 9). */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EntryProofs } from "./prove-entries.ts";

export interface ProofFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What stands in the folder of a bundle so that whoever has it and Node can verify its entries.
 * @param lines the entries as they were hashed, in their order
 * @param guide the text of `VERIFY.md`
 * @param root the project's folder, below which the verifier lies; the working directory unless given
 */
export async function proofFiles(
  lines: readonly string[],
  { checkpoint, keys, changes, proofs }: EntryProofs,
  guide: string,
  root = process.cwd(),
): Promise<ProofFile[]> {
  const verifier = await readFile(join(root, "docs", "verify", "verify.mjs"));
  return [
    textFile("events.jsonl", each(lines)),
    textFile("checkpoint.note", checkpoint),
    textFile("log-keys.txt", each(keys)),
    ...changes.map((note, at) => textFile(`key-changes/${at + 1}.note`, note)),
    ...proofs.map(({ seq, text }) => textFile(`proofs/${seq}.tlog-proof`, text)),
    { path: "verify.mjs", bytes: verifier },
    textFile("VERIFY.md", guide),
  ];
}

const each = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

const textFile = (path: string, text: string): ProofFile => ({ path, bytes: Buffer.from(text, "utf8") });
