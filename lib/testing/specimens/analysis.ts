import { listPictures } from "#lib/analysis/queries/list-pictures.ts";
import { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { readFigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { readMap } from "#lib/analysis/queries/read-map.ts";
import { readNeighbours } from "#lib/analysis/queries/read-neighbours.ts";
import { readTimeline } from "#lib/analysis/queries/read-timeline.ts";
import type { Specimens } from "../specimen.ts";
import { aFigure, figureFields } from "./figures.ts";
import { anIncident } from "./incidents.ts";
import { aSuspectLink } from "./links.ts";
import { aPlaceAt } from "./places.ts";
import { aTestimony } from "./testimonies.ts";

export const analysisSpecimens: Specimens = {
  commands: [],
  queries: [
    {
      query: listPictures,
      as: "reviewer",
      input: async (world) => ({ recordId: (await anIncident(world)).id }),
      showsMarker: false,
    },
    {
      query: readFigureGroups,
      as: "reviewer",
      async input(world) {
        const { incidentId, sourceId } = await figureFields(world);
        await aFigure(world, { incidentId, sourceId });
        await aFigure(world, { incidentId, sourceId });
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: readFigureRanges,
      as: "reviewer",
      async input(world) {
        await aFigure(world, { scope: "whole_event" });
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: readMap,
      as: "reviewer",
      async input(world) {
        await aPlaceAt(world, 35.1, 36.2);
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
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
