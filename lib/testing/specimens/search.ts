import { findAnything } from "#lib/search/queries/find-anything.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER } from "../world.ts";
import { aPlace } from "./places.ts";
import { aTestimony } from "./testimonies.ts";

export const searchSpecimens: Specimens = {
  commands: [],
  queries: [
    {
      query: findAnything,
      as: "reviewer",
      async input(world) {
        await aPlace(world);
        await aTestimony(world);
        return { text: MARKER, caseId: world.caseId };
      },
      showsMarker: true,
    },
  ],
};
