import { amendView } from "#lib/views/commands/amend-view.ts";
import { retractView } from "#lib/views/commands/retract-view.ts";
import { saveView } from "#lib/views/commands/save-view.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import type { Specimens } from "../specimen.ts";
import type { PersonKey, World } from "../world.ts";

let made = 0;

/** A view of the world's incidents, saved by somebody. */
export const aView = (
  world: World,
  as: PersonKey = "investigator",
  sharing: "personal" | "shared" = "shared",
) =>
  world.do(as, saveView, {
    caseId: world.caseId,
    list: "incidents",
    name: world.marked(`view ${++made}`),
    address: "recordKind=event&sort=occurred&dir=asc",
    sharing,
  });

export const viewSpecimens: Specimens = {
  commands: [
    {
      command: saveView,
      as: "reviewer",
      input: async (world) => ({
        caseId: world.caseId,
        list: "testimonies",
        name: world.marked("returned"),
        address: "stage=returned",
        sharing: "personal",
      }),
    },
    {
      command: amendView,
      as: "investigator",
      async input(world) {
        const { id, version } = await aView(world);
        return {
          savedViewId: id,
          version,
          name: world.marked(`renamed ${++made}`),
          address: "dir=desc",
          sharing: "personal",
        };
      },
    },
    {
      command: retractView,
      as: "investigator",
      async input(world) {
        const { id, version } = await aView(world);
        return { savedViewId: id, version };
      },
    },
  ],
  queries: [
    {
      query: listViews,
      as: "reviewer",
      async input(world) {
        await aView(world);
        return { caseId: world.caseId, list: "incidents" };
      },
      showsMarker: true,
    },
  ],
};
