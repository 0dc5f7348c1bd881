/** A good bundle, and what the cases of bundles are made with. */
import { type Answer, type Given, key1, ORIGIN } from "./cases.ts";
import { twenty } from "./entries.ts";
import {
  bodyOf,
  checkpointText,
  type Entry,
  inclusionOf,
  leafOf,
  noteOf,
  proofFile,
  rootOf,
} from "./format.ts";

export type Files = Record<string, string>;
export interface BundleCase extends Given, Answer {
  name: string;
  files: Files;
}

export const leavesOf = (entries: readonly Entry[]) => entries.map((entry) => leafOf(bodyOf(entry)));
export const text = checkpointText(ORIGIN, leavesOf(twenty));
export const root = rootOf(leavesOf(twenty)).toString("hex");
export const SHOWN = [3, 4, 8, 15, 20];

/** A bundle of some entries of a log, as the program would write it. */
export function bundle(
  seqs: readonly number[] = SHOWN,
  note = noteOf(text, key1),
  entries: readonly Entry[] = twenty,
  keys = [key1],
): Files {
  const leaves = leavesOf(entries);
  const bodies = seqs.map((seq) => `${bodyOf(entries[seq - 1] ?? {})}\n`);
  return {
    "events.jsonl": bodies.join(""),
    ...Object.fromEntries(
      seqs.map((seq) => [`proofs/${seq}.tlog-proof`, proofFile(seq - 1, inclusionOf(seq - 1, leaves), note)]),
    ),
    "checkpoint.note": note,
    "log-keys.txt": `# The keys of the log, the oldest first.\n${keys.map(({ vkey }) => `${vkey}\n`).join("")}`,
  };
}

export const good = bundle();
export const EVENTS = "events.jsonl";
export const proofOf = (seq: number) => `proofs/${seq}.tlog-proof`;
export const without = (files: Files, ...paths: string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
export const changed = (path: string, from: string, to: string, files = good): Files => ({
  ...files,
  [path]: (files[path] ?? "").replace(from, () => to),
});
export const lines = (good[EVENTS] ?? "").trimEnd().split("\n");
export const withLines = (given: readonly string[]): Files => ({
  ...good,
  [EVENTS]: given.map((line) => `${line}\n`).join(""),
});

export const one = (
  name: string,
  files: Files,
  answer: Answer,
  given: Given = { keys: [key1.vkey] },
): BundleCase => ({
  name,
  files,
  ...given,
  ...answer,
});
