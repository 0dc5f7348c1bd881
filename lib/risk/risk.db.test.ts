import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { aReleasedTestimony } from "#lib/testing/specimens/exports.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { assessed, happened, risk } from "#lib/testing/specimens/risk.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { assessRisk } from "./commands/assess-risk.ts";
import { readRisk } from "./queries/read-risk.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

/** An account that may go to the court, its witness, and the rule that keeps it there now. */
async function anAccount() {
  const { id } = await aReleasedTestimony(world);
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: id });
  const { id: recipientId } = await aRecipient(world);
  const to = { recipientId, purpose: "proceedings" as const };
  const keptBy = async () => {
    const { caseId } = world;
    const { withheld } = await world.ask("legal_officer", previewExport, { caseId, to });
    return withheld.find(({ code }) => code === testimony.code)?.rule ?? null;
  };
  return { witnessId: testimony.witnessId ?? "", keptBy };
}

describe("an account goes nowhere", () => {
  it("while the risk of its witness is above what the recipient's kind may be given, or something against it is not done", async () => {
    const { witnessId, keptBy } = await anAccount();
    expect(await keptBy()).toBeNull();
    world.pass(1);
    await assessed(world, witnessId, { likelihood: 4, impact: 4 });
    expect(await keptBy()).toBe("risk.above_cap");
    world.pass(1);
    await assessed(world, witnessId, { mitigations: [{ text: "moves away", done: false }] });
    expect(await keptBy()).toBe("risk.mitigation_open");
    world.pass(1);
    await assessed(world, witnessId);
    expect(await keptBy()).toBeNull();
  });

  it("once the assessment is over", async () => {
    const { keptBy, witnessId } = await anAccount();
    world.pass(32 * DAY_MS);
    expect(await keptBy()).toBe("risk.not_fresh");
    const { barredBy } = await world.ask("reviewer", readRisk, { witnessId });
    expect(barredBy).toBe("over");
  });

  it.each([
    ["to them", false],
    ["to everybody in the case", true],
  ])(
    "from the moment it is known that something happened %s, until it is assessed and asked anew",
    async (_, all) => {
      const { witnessId, keptBy } = await anAccount();
      const other = await aWitness(world);
      await happened(world, all ? other.id : witnessId, all);
      expect(await keptBy()).toBe("consent.suspended");
      const { cells } = await world.ask("reviewer", readConsent, { witnessId });
      const barred = (key: string) => cells.find((cell) => cell.key === key)?.standing[0]?.barredBy;
      expect([barred("icc_proceedings"), barred("ourselves_analysis")]).toEqual([["consent.suspended"], []]);
      // Answers have a day and no hour: one of the same day may be of before.
      world.pass(DAY_MS);
      await answered(world, witnessId, { answeredOn: new Date(world.now()).toISOString().slice(0, 10) });
      expect(await keptBy()).toBe("risk.suspended");
      await assessed(world, witnessId);
      expect(await keptBy()).toBeNull();
    },
  );
});

describe("an assessment", () => {
  it.each<[Parameters<typeof risk>[1], string]>([
    [{ validOn: "2031-01-01" }, "validOn in_the_past"],
    [{ validOn: "2031-08-01" }, "validOn too_far_ahead"],
    [{ likelihood: 6 as never }, "likelihood bad_choice"],
    [{ threats: [] }, "threats required"],
  ])("with %j is refused, naming the field", async (changes, said) => {
    const { id } = await aWitness(world);
    expect(await soundOf(assessed(world, id, changes))).toBe(`Error: invalid input: ${said}`);
    expect((await world.ask("reviewer", readRisk, { witnessId: id })).newest).toBeNull();
  });

  it("is refused when somebody made another in between", async () => {
    const { id: witnessId } = await aWitness(world);
    await assessed(world, witnessId);
    const late = world.do("investigator", assessRisk, { ...risk(world), witnessId, seen: 0 });
    expect(await soundOf(late)).toBe("Conflict risk.moved_on");
  });
});
