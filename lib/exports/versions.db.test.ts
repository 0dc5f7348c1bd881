import { signedSize } from "#lib/testing/signed-size.ts";
/** What an export makes of an account that was told more than once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import { aStatementOf } from "#lib/testing/specimens/corroboration.ts";
import { indexed } from "#lib/testing/specimens/third-persons.ts";
import { aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { testimonyFields } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { dossierFaults } from "./rules/faults.ts";

/** A word that stands in what must stay and nowhere else in the world. */
const HIDDEN = "qzhidden";

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

/** An accepted account that may leave, with the given fields. */
const told = (changes: Partial<TestimonyFields> = {}): Promise<Told> =>
  aReleasedTestimony(world, { witnessId, ...changes });

/** Opens the next version of an account, saves it with other fields, and brings it as far as asked. */
async function retold(
  { id: testimonyId, version }: Told,
  changes: Partial<TestimonyFields>,
  until: "drafted" | "returned" | "accepted",
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
  if (until === "accepted") {
    const accepted = await world.do("reviewer", acceptTestimony, of(handedIn));
    // A version that was accepted anew is read anew for others in it.
    await indexed(world, testimonyId);
    return accepted;
  }
  return world.do("reviewer", returnTestimony, { ...of(handedIn), comment: "who else was there?" });
}

/** The two paragraphs of an account; the second is the one that tests change. */
const saying = (second: string): Partial<TestimonyFields> => ({
  paragraphs: [
    { number: 1, original: "I was at the bridge.", translation: null },
    { number: 2, original: second, translation: null },
  ],
});

async function assembled() {
  const { id: exportId } = await anExport(world);
  const { dossier } = await world.ask("legal_officer", assembleDossier, {
    exportId,
    size: await signedSize(),
  });
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

describe("a statement", () => {
  const cutFrom = (testimonyId: string, testimonyNumber: number, paragraphs: number[] | null) =>
    aStatementOf(world, testimonyId, { claim: HIDDEN, note: HIDDEN, testimonyNumber, paragraphs });

  it("stays when it was cut from a returned version whose words a later one that was accepted took back", async () => {
    const returned = await retold(await told(), saying(`${HIDDEN} led them.`), "returned");
    const cut = await cutFrom(returned.id, 2, [2]);
    await retold(returned, saying("Nobody led them."), "accepted");
    const { statements, withheld } = await assembled();
    expect(statements).toEqual([]);
    expect(withheld).toContainEqual(
      expect.objectContaining({ kind: "statement", code: cut.code, rule: "release.cited_text_changed" }),
    );
  });

  it("stays when a version accepted since says something else there, and goes when it does so elsewhere", async () => {
    const account = await told(saying(`${HIDDEN} led them.`));
    const changed = await cutFrom(account.id, 1, [2]);
    const whole = await cutFrom(account.id, 1, null);
    const kept = await aStatementOf(world, account.id, { paragraphs: [1] });
    await retold(account, saying("Nobody led them."), "accepted");
    const dossier = await assembled();
    expect(dossier.statements.map(({ code }) => code)).toEqual([kept.code]);
    expect(
      dossier.withheld.flatMap(({ kind, code, rule }) =>
        kind === "statement" && rule === "release.cited_text_changed" ? [code] : [],
      ),
    ).toEqual(expect.arrayContaining([changed.code, whole.code]));
    expect(JSON.stringify(dossier)).not.toContain(HIDDEN);
  });

  it("goes when it was cut from a returned version whose words were accepted later", async () => {
    const returned = await retold(await told(), saying("They came at night."), "returned");
    const { code } = await aStatementOf(world, returned.id, { testimonyNumber: 2, paragraphs: [2] });
    const before = await assembled();
    expect(before.statements).toEqual([]);
    await retold(returned, saying("They came at night."), "accepted");
    const { statements } = await assembled();
    expect(statements.map((one) => one.code)).toEqual([code]);
  });
});
