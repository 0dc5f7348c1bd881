import { readNeighbours } from "#lib/analysis/queries/read-neighbours.ts";
import { readTimeline } from "#lib/analysis/queries/read-timeline.ts";
import type { Specimens } from "../specimen.ts";
import { anIncident } from "./incidents.ts";
import { aSuspectLink } from "./links.ts";
import { aTestimony } from "./testimonies.ts";

export const analysisSpecimens: Specimens = {
  commands: [],
  queries: [
    {
      query: readNeighbours,
      as: "reviewer",
      input: async (world) => ({ recordId: (await aSuspectLink(world)).incidentId }),
      showsMarker: true,
    },
    {
      query: readTimeline,
      as: "reviewer",
      async input(world) {
        await anIncident(world);
        await aTestimony(world);
        return { caseId: world.caseId, from: "2031-02-01", to: "2031-03-01" };
      },
      showsMarker: true,
    },
  ],
};
