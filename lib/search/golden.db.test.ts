import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dialect } from "#db/columns.ts";
import { recordActor } from "#lib/actors/commands/record-actor.ts";
import { COASTAL_FILES } from "#lib/imports/coastal/records.ts";
import { importCoastal } from "#lib/imports/commands/import-coastal.ts";
import { loadTraining } from "#lib/imports/training/load.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { findAnything } from "./queries/find-anything.ts";
import { GOLDEN, INVENTED } from "./testing/golden-searches.ts";

const SEED = new URL("../../db/seed/", import.meta.url);
const parsed = (file: string): unknown => JSON.parse(readFileSync(new URL(file, SEED), "utf8"));

let world: World;

// On PGlite the record of the coast takes a minute: there the searches are run in the slow lane.
const isQuick = dialect === "sqlite" || process.env["ATTEST_LONG"] === "1";

beforeAll(async () => {
  if (!isQuick) return;
  world = await aWorld();
  const { caseId } = world;
  const files = Object.fromEntries(COASTAL_FILES.map((file) => [file, parsed(`coastal-2025/${file}.json`)]));
  await world.do("investigator", importCoastal, { caseId, files: files as never });
  const [investigator, legal] = [world.person("investigator"), world.person("legal_officer")];
  await loadTraining(parsed("training-wadi-narin.json"), caseId, {
    investigator1: investigator,
    investigator2: world.person("investigator2"),
    reviewer1: world.person("reviewer"),
    reviewer2: world.person("reviewer2"),
    senior_reviewer: world.person("senior_reviewer"),
    legal_officer1: legal,
    legal_officer2: legal,
    protection_officer: world.person("protection_officer"),
  });
  for (const [name, nameAr, variants] of INVENTED.places)
    await world.do("investigator", recordPlace, { ...aPlace, caseId, name, nameAr, variants });
  for (const [name, nameAr, aliases] of INVENTED.actors)
    await world.do("investigator", recordActor, { ...anActor, caseId, name, nameAr, aliases });
}, 600_000);
afterAll(() => world?.close());

const aPlace = {
  kind: "village",
  precision: "P3",
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: null,
} as const;
const anActor = {
  kind: "armed_group",
  parentId: null,
  affiliationAlleged: null,
  attributedSide: null,
  note: null,
} as const;

it("has sixty searches", () => {
  expect(GOLDEN).toHaveLength(60);
});

it.runIf(isQuick).each(GOLDEN)("$search", async ({ search, names = [], texts = [] }) => {
  const answer = await world.ask("reviewer", findAnything, { text: search });
  const labels = (hits: typeof answer.names.hits) => hits.map(({ label }) => label?.text);
  expect(labels(answer.names.hits)).toEqual(expect.arrayContaining([...names]));
  expect(labels(answer.texts.hits)).toEqual(expect.arrayContaining([...texts]));
});
