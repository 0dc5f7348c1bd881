/** docs/verify/vectors.json as text. */
import { bundles } from "./bundles.ts";
import { keys } from "./cases.ts";
import { seven } from "./entries.ts";
import { bodyOf, leafOf } from "./format.ts";
import { logs } from "./logs.ts";
import { keyChanges, notes } from "./notes.ts";
import { pairs } from "./pairs.ts";
import { consistency, inclusion, tree } from "./trees.ts";

const about = {
  format: "docs/audit-log.md says what everything here is.",
  keys: "Their private halves (seeds, RFC 8032) are published here, so nothing that they sign is worth anything.",
  events: "An entry, its canonical text (RFC 8785) and its leaf hash (RFC 6962).",
  tree: "Inputs of leaves in hexadecimal, and the root over the first 1, 2, … of them.",
  inclusion: "Inclusion proofs over leaf hashes, and whether they hold.",
  consistency: "Consistency proofs, and whether they hold.",
  notes:
    "A note, a vkey, and whether that key signed it. Where it did, the note is a checkpoint of the log of `events`: with it (and " +
    "the key key1, where the key is that of a witness) that log is verified with exit 0, otherwise with exit 2.",
  keyChanges: "A change from key1 to key2 at size 4, and whether it holds.",
  answers:
    "logs, bundles and pairs: exit 0 holds; 1 with firstBad, or the range from firstBad to lastBad, and why; 2 cannot be verified. " +
    "root: what stands in the line of size and root. Given beside the input may be noted (--noted), checkpoints (--checkpoint), keys " +
    "(--key), keyChanges (--key-change) and witnesses (--witness); texts of checkpoints and changes are those of files.",
  logs: "The lines of an events.jsonl.",
  bundles: "The files of a folder.",
  pairs: "The texts of the files for --from, --to and --proof.",
};

const published = Object.entries(keys).map(([name, { vkey, seed }]) => ({
  name,
  vkey,
  seed: seed.toString("hex"),
}));

const events = seven.map((event) => {
  const body = bodyOf(event);
  return { event, body, leaf: leafOf(body).toString("hex") };
});

/** The text of the file. */
export const vectorsText = (): string =>
  `${JSON.stringify(
    { about, keys: published, events, tree, inclusion, consistency, notes, keyChanges, logs, bundles, pairs },
    null,
    1,
  )}\n`;
