import { indexPersons } from "#lib/third-persons/commands/index-persons.ts";
import { readThirdPersons } from "#lib/third-persons/queries/read-third-persons.ts";
import type { z } from "zod";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aTestimony } from "./testimonies.ts";

type Persons = z.input<typeof indexPersons.input>["persons"];

/** Reads the version of an account that counts for others in it, and says who they are. */
export async function indexed(world: World, testimonyId: string, persons: Persons = []) {
  const { seen, text } = await world.ask("investigator", readThirdPersons, { testimonyId });
  return world.do("investigator", indexPersons, { testimonyId, testimonyNumber: text.number, seen, persons });
}

export const thirdPersonSpecimens: Specimens = {
  commands: [
    {
      command: indexPersons,
      as: "protection_officer",
      async input(world) {
        const { id: testimonyId } = await aTestimony(world);
        const said = world.marked("by telephone, yesterday");
        const persons = [{ relation: "kin" as const, decision: "consented" as const, said }];
        return { testimonyId, testimonyNumber: 1, seen: 0, persons };
      },
    },
  ],
  queries: [
    {
      query: readThirdPersons,
      as: "reviewer",
      input: async (world) => ({ testimonyId: (await aTestimony(world)).id }),
      showsMarker: true,
    },
  ],
};
