import { amendFigure } from "#lib/figures/commands/amend-figure.ts";
import { recordFigure } from "#lib/figures/commands/record-figure.ts";
import { retractFigure } from "#lib/figures/commands/retract-figure.ts";
import { compareFigures } from "#lib/figures/queries/compare-figures.ts";
import { countFiguresBy } from "#lib/figures/queries/count-figures-by.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { readFigure } from "#lib/figures/queries/read-figure.ts";
import { suggestFigures } from "#lib/figures/queries/suggest-figures.ts";
import type { FigureFields } from "#lib/figures/vocabulary.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";
import { anIncident } from "./incidents.ts";
import { aSource } from "./sources.ts";

type Fields = z.input<typeof FigureFields>;

/** The fields of a figure about a fresh incident, given by a fresh source of the world's case. */
export async function figureFields(world: World, changes: Partial<Fields> = {}): Promise<Fields> {
  return {
    scope: "incident",
    incidentId: (await anIncident(world)).id,
    placeId: null,
    sourceId: (await aSource(world)).id,
    reportedViaId: null,
    asOfEdtf: "2031-02-20",
    periodEdtf: "2031-02-14/2031-02-15",
    category: "civilians",
    outcome: "killed",
    unit: "persons",
    attributedTo: "not_stated",
    min: 11,
    max: 11,
    certainty: "exact",
    valueText: null,
    wording: world.marked("eleven dead"),
    note: world.marked("note"),
    ...changes,
  };
}

/** A recorded figure of the world's case. */
export const aFigure = async (world: World, changes: Partial<Fields> = {}) =>
  world.do("investigator", recordFigure, { ...(await figureFields(world, changes)), caseId: world.caseId });

export const figureSpecimens: Specimens = {
  commands: [
    {
      command: recordFigure,
      as: "investigator",
      input: async (world) => ({ ...(await figureFields(world)), caseId: world.caseId }),
    },
    {
      command: amendFigure,
      as: "investigator",
      async input(world) {
        const { id, version } = await aFigure(world);
        const fields = await figureFields(world, { certainty: "at_least", max: null });
        return { ...fields, wording: world.marked("at least eleven"), figureId: id, version };
      },
    },
    {
      command: retractFigure,
      as: "investigator",
      async input(world) {
        const { id, version } = await aFigure(world);
        return { figureId: id, version, reason: world.marked("a mistake") };
      },
    },
  ],
  queries: [
    {
      query: compareFigures,
      as: "reviewer",
      async input(world) {
        const [one, other] = [await aFigure(world), await aFigure(world)];
        return { caseId: world.caseId, figureIds: [one.id, other.id] };
      },
      showsMarker: true,
    },
    {
      query: countFiguresBy,
      as: "reviewer",
      async input(world) {
        await aFigure(world);
        return { caseId: world.caseId, by: "sourceId" };
      },
      showsMarker: true,
    },
    {
      query: listFigures,
      as: "reviewer",
      async input(world) {
        await aFigure(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readFigure,
      as: "reviewer",
      input: async (world) => ({ figureId: (await aFigure(world)).id }),
      showsMarker: true,
    },
    {
      query: suggestFigures,
      as: "investigator",
      async input(world) {
        await aFigure(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
