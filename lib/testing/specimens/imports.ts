import { importCoastal } from "#lib/imports/commands/import-coastal.ts";
import { listNamedContradictions } from "#lib/imports/queries/list-named-contradictions.ts";
import { aCoastalRecord } from "#lib/imports/testing/a-coastal-record.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";

const recordFiles = (world: World) => aCoastalRecord((words) => world.marked(words));

/** A record that holds a figure which the description of the public record names, and no account. */
function aNamedFigure(world: World) {
  const { figures, ...files } = recordFiles(world);
  const named = figures.map((figure) => ({ ...figure, id: "fig_sohr_al_mukhtariya" }));
  return { ...files, figures: named, media_items: [], accounts: [], proceedings: [], chronology: [] };
}

export const importSpecimens: Specimens = {
  commands: [
    {
      command: importCoastal,
      as: "investigator",
      input: async (world) => ({ caseId: world.caseId, files: recordFiles(world) }),
    },
  ],
  queries: [
    {
      query: listNamedContradictions,
      as: "reviewer",
      async input(world) {
        await world.do("investigator", importCoastal, { caseId: world.caseId, files: aNamedFigure(world) });
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
  ],
};
