import { setGuide } from "#lib/guide/commands/set-guide.ts";
import { readGuide } from "#lib/guide/queries/read-guide.ts";
import type { Specimens } from "../specimen.ts";

export const guideSpecimens: Specimens = {
  commands: [
    { command: setGuide, as: "investigator", noSubject: true, input: async () => ({ state: "closed" }) },
  ],
  queries: [{ query: readGuide, as: "investigator", input: async () => ({}), showsMarker: false }],
};
