import { signedSize } from "#lib/testing/signed-size.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { aStatementOf } from "#lib/testing/specimens/corroboration.ts";
import { anExport, aReleasedTestimony } from "#lib/testing/specimens/exports.ts";
import { indexed } from "#lib/testing/specimens/third-persons.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { cutterOf } from "./rules.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const PERSON = { relation: "neighbour" as const };

/** An account that may leave, in which two people are named, and a statement that names one of them. */
async function anAccount() {
  const paragraphs = [
    { number: null, original: "Yusif al-Darwi opened the door. وقال يوسف الدروي", translation: null },
    { number: null, original: "The man called Reed filmed it.", translation: null },
  ];
  const { id } = await aReleasedTestimony(world, { paragraphs });
  await aStatementOf(world, id, { claim: "Yusif Aldarwi opened to them" });
  return id;
}
async function assembled() {
  const { id: exportId } = await anExport(world);
  return world.ask("legal_officer", assembleDossier, { exportId, size: await signedSize() });
}

describe("others in an account", () => {
  it("keep it in the house until it is decided what becomes of each", async () => {
    const id = await anAccount();
    await indexed(world, id, [{ ...PERSON, decision: "undecided", words: "Yusif al-Darwi" }]);
    const { dossier } = await assembled();
    expect(dossier.testimonies).toEqual([]);
    expect(dossier.withheld).toContainEqual(expect.objectContaining({ rule: "third_person.undecided" }));
  });

  it("are cut out of every text that leaves, in either script and however they are spelled", async () => {
    const id = await anAccount();
    await indexed(world, id, [
      { ...PERSON, decision: "cut_out", words: "Yusif al-Darwi, يوسف الدروي" },
      { relation: "filmer", decision: "consented", said: "asked on the day after" },
    ]);
    const { dossier, leakScan } = await assembled();
    const [told] = dossier.testimonies;
    expect(told?.paragraphs.map(({ original }) => original)).toEqual([
      "[B.3] opened the door. وقال [B.3]",
      "The man called Reed filmed it.",
    ]);
    expect(dossier.statements.map(({ claim }) => claim)).toEqual(["[B.3] opened to them"]);
    expect(dossier.export.limitations).toContain("third_persons_cut_out");
    expect(leakScan).toBe("empty");
  });

  it.each([
    [{ decision: "cut_out" as const, words: null }, "persons.0.words needed_to_cut_out"],
    [{ decision: "cut_out" as const, words: "Nobody Here" }, "persons.0.words not_in_the_account"],
    [{ decision: "consented" as const }, "persons.0.said needed_to_consent"],
  ])("with %j are refused, naming the field", async (changes, said) => {
    const { id } = await aReleasedTestimony(world);
    const late = indexed(world, id, [{ ...PERSON, ...changes }]);
    expect(await soundOf(late)).toBe(`Error: invalid input: ${said}`);
  });
});

it("cuts whole words and phrases, and leaves one mark where two overlap", () => {
  const cut = cutterOf(["Reed", "Reed of the mill"]);
  expect(cut("Reed of the mill and reeds, said REED’s brother")).toBe("[B.3] and reeds, said [B.3] brother");
  expect(cutterOf([])("Reed")).toBe("Reed");
});
