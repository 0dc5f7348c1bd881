import { amendSource } from "#lib/sources/commands/amend-source.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { recordSource } from "#lib/sources/commands/record-source.ts";
import { retractSource } from "#lib/sources/commands/retract-source.ts";
import { countSourcesBy } from "#lib/sources/queries/count-sources-by.ts";
import { listSources } from "#lib/sources/queries/list-sources.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { suggestSources } from "#lib/sources/queries/suggest-sources.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type World } from "../world.ts";

const fields = (world: World) => ({
  name: world.marked("monitor"),
  nameAr: world.marked("مرصد"),
  kind: "monitor" as const,
  standpoint: world.marked("standpoint"),
  partyId: null,
  organisationId: null,
  isUnattributed: false,
  note: world.marked("note"),
});

/** A recorded source of the world's case. */
export const aSource = (world: World) =>
  world.do("investigator", recordSource, { ...fields(world), caseId: world.caseId });

const grade = (world: World, sourceId: string) => ({
  sourceId,
  witnessId: null,
  reliability: "B" as const,
  reason: world.marked("method is published"),
});

export const sourceSpecimens: Specimens = {
  commands: [
    {
      command: recordSource,
      as: "investigator",
      input: async (world) => ({ ...fields(world), caseId: world.caseId }),
    },
    {
      command: amendSource,
      as: "investigator",
      async input(world) {
        const { id, version } = await aSource(world);
        return { ...fields(world), name: world.marked("renamed"), sourceId: id, version };
      },
    },
    {
      command: retractSource,
      as: "investigator",
      async input(world) {
        const { id, version } = await aSource(world);
        return { sourceId: id, version, reason: world.marked("a mistake") };
      },
    },
    { command: gradeSource, as: "reviewer", input: async (world) => grade(world, (await aSource(world)).id) },
  ],
  queries: [
    {
      query: countSourcesBy,
      as: "reviewer",
      async input(world) {
        await aSource(world);
        return { caseId: world.caseId, by: "reliability" };
      },
      showsMarker: false,
    },
    {
      query: listSources,
      as: "reviewer",
      async input(world) {
        await aSource(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readSource,
      as: "reviewer",
      async input(world) {
        const { id } = await aSource(world);
        await world.do("reviewer", gradeSource, grade(world, id));
        return { sourceId: id };
      },
      showsMarker: true,
    },
    {
      query: suggestSources,
      as: "investigator",
      async input(world) {
        await aSource(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
