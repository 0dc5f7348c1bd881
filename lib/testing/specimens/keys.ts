import { lockKeys } from "#lib/keys/commands/lock-keys.ts";
import { noteKeyChange } from "#lib/keys/commands/note-key-change.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import type { Specimens } from "../specimen.ts";

export const keySpecimens: Specimens = {
  commands: [
    {
      command: noteKeyChange,
      as: "administrator",
      noSubject: true,
      input: () => Promise.resolve({ what: "rotated" }),
    },
    { command: lockKeys, as: "investigator", noSubject: true, input: () => Promise.resolve({}) },
  ],
  queries: [{ query: readKeys, as: "investigator", input: () => Promise.resolve({}), showsMarker: false }],
};
