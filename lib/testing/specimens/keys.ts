import { holdDrill } from "#lib/keys/commands/hold-drill.ts";
import { lockKeys } from "#lib/keys/commands/lock-keys.ts";
import { noteKeyChange } from "#lib/keys/commands/note-key-change.ts";
import { readCustody } from "#lib/keys/queries/read-custody.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { layCustodians } from "../custodians.ts";
import type { Specimens } from "../specimen.ts";

export const keySpecimens: Specimens = {
  commands: [
    {
      command: noteKeyChange,
      as: "administrator",
      noSubject: true,
      input: () => Promise.resolve({ what: "rotated" }),
    },
    {
      command: holdDrill,
      as: "administrator",
      noSubject: true,
      input: async ({ fresh }) => ({ shares: (await layCustodians(fresh.folder)).slice(1) }),
    },
    { command: lockKeys, as: "investigator", noSubject: true, input: () => Promise.resolve({}) },
  ],
  queries: [
    { query: readKeys, as: "investigator", input: () => Promise.resolve({}), showsMarker: false },
    {
      query: readCustody,
      as: "administrator",
      async input({ fresh }) {
        await layCustodians(fresh.folder);
        return {};
      },
      showsMarker: false,
    },
  ],
};
