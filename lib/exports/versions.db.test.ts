/** What an export makes of an account that was told more than once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import { aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { dossierFaults } from "./rules/faults.ts";

let world: World;
let witnessId: string;
beforeEach(async () => {
  world = await aWorld();
  witnessId = (await aWitness(world)).id;
});
afterEach(() => world.close());

interface Told {
  id: string;
  version: number;
}

/** An accepted account that may leave. */
const told = (changes: Partial<TestimonyFields> = {}): Promise<Told> =>
  aReleasedTestimony(world, { witnessId, ...changes });

/** Opens the next version of an account, saves it with other fields, and brings it as far as asked. */
async function retold(
  { id: testimonyId, version }: Told,
  changes: Partial<TestimonyFields>,
  until: "drafted" | "accepted",
): Promise<Told> {
  const of = (row: { version: number }) => ({ testimonyId, version: row.version });
  const draft = await world.do("investigator", amendTestimony, {
    testimonyId,
    version,
    reason: "heard again",
  });
  const fields = await testimonyFields(world, { witnessId, ...changes });
  const saved = await world.do("investigator", saveTestimony, { ...fields, ...of(draft) });
  if (until === "drafted") return saved;
  const handedIn = await world.do("investigator", submitTestimony, of(saved));
  return world.do("reviewer", acceptTestimony, of(handedIn));
}

async function assembled() {
  const { id: exportId } = await anExport(world);
  const { dossier } = await world.ask("legal_officer", assembleDossier, { exportId });
  expect(dossierFaults(dossier)).toEqual([]);
  return dossier;
}

describe("a place where an account was taken", () => {
  it("stays when only a draft names it, and when the accepted version no longer does", async () => {
    const [first, drafted, later, spoken] = [
      await aPlace(world),
      await aPlace(world),
      await aPlace(world),
      await aPlace(world),
    ];
    const moved = await told({ takenPlaceId: first.id });
    await retold(
      await retold(moved, { takenPlaceId: later.id }, "accepted"),
      { takenPlaceId: null },
      "accepted",
    );
    await retold(await told(), { takenPlaceId: drafted.id }, "drafted");
    const { places, withheld } = await assembled();
    expect(places.map(({ code }) => code)).toEqual([spoken.code]);
    expect(
      withheld
        .filter(({ rule }) => rule === "release.interview_place")
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual([first.code, drafted.code, later.code].toSorted());
  });
});
