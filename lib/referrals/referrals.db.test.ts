import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { referral } from "#lib/testing/specimens/referrals.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { followUpReferral } from "./commands/follow-up-referral.ts";
import { recordReferral } from "./commands/record-referral.ts";
import { listReferrals } from "./queries/list-referrals.ts";
import type { ReferralFields } from "./vocabulary.ts";
import { OUTCOMES } from "./words.ts";

const DAY_MS = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const offered = (witnessId: string, changes: Partial<ReferralFields> = {}) =>
  world.do("investigator", recordReferral, { ...referral(world, changes), witnessId });
const soundOfOffer = (witnessId: string, changes: Partial<ReferralFields> = {}) =>
  soundOf(offered(witnessId, changes));
const openOf = async (witnessId: string, as: "investigator" | "reviewer" = "investigator") =>
  (await world.ask(as, readWitness, { witnessId })).referralsOpen;

describe("an offer of help", () => {
  it("is recorded whatever became of it, and what was accepted waits to be followed up until it is over", async () => {
    const { id: witnessId } = await aWitness(world);
    for (const outcome of OUTCOMES) {
      world.pass(1);
      await offered(witnessId, { outcome, supportPerson: "prefer_not_to_say" });
    }
    const { rows } = await world.ask("protection_officer", listReferrals, { witnessId, page: {} });
    expect(rows.map(({ outcome, followUp, referredTo }) => [outcome, followUp, referredTo])).toEqual([
      ["not_needed", null, null],
      ["not_available", null, null],
      ["prefer_not_to_say", null, null],
      ["declined", null, null],
      ["accepted", "waiting", "health_service"],
    ]);
    expect(await openOf(witnessId)).toBe(1);

    const follow = (
      referralId: string,
      version: number,
      followUp: "reached" | "not_reached" | "over" = "not_reached",
    ) => soundOf(world.do("protection_officer", followUpReferral, { referralId, version, followUp }));
    const [unneeded, , , , accepted] = rows.map(({ id }) => id);
    expect(await follow(unneeded ?? "", 1)).toBe("Conflict referral.nothing_to_follow");
    expect(await follow(accepted ?? "", 1)).toBe("answered");
    expect(await openOf(witnessId)).toBe(1);
    expect(await follow(accepted ?? "", 1, "reached")).toMatch(/^Conflict /);
    expect(await follow(accepted ?? "", 2, "over")).toBe("answered");
    expect(await follow(accepted ?? "", 3, "reached")).toBe("Conflict referral.over");
    expect(await openOf(witnessId)).toBe(0);
    for (const column of ["outcome = 'declined'", "follow_up = 'waiting'", "note = 'another'"])
      await expect(
        world.fresh.directSql(`update referrals set ${column} where id = '${accepted}'`),
      ).rejects.toThrow("referral.stands");
  });

  it("names to whom somebody was referred, and a day that has been", async () => {
    const { id: witnessId } = await aWitness(world);
    const day = (days: number) => new Date(world.now() + days * DAY_MS).toISOString().slice(0, 10);
    for (const [changes, problem] of [
      [{ referredTo: null }, "referredTo required"],
      [{ offeredOn: day(2) }, "offeredOn in_the_future"],
    ] as const)
      expect(await soundOfOffer(witnessId, changes)).toBe(`Error: invalid input: ${problem}`);
  });

  it("leads outside the house only where a ledger of answers holds a yes to it, or there is none", async () => {
    const { id: witnessId } = await aWitness(world);
    expect(await soundOfOffer(witnessId)).toBe("answered");
    await answered(world, witnessId, { icc_proceedings: "pseudonymous" });
    expect(await soundOfOffer(witnessId)).toBe("Refused referral.consent_needed");
    expect(await soundOfOffer(witnessId, { referredTo: "own_team" })).toBe("answered");
    expect(await soundOfOffer(witnessId, { outcome: "not_available" })).toBe("answered");
    const other = await aWitness(world);
    const asked = { service_provider_referral: "identified", conditions: ["contact_first"] as const };
    await answered(world, other.id, { ...asked, conditions: [...asked.conditions] });
    expect(await soundOfOffer(other.id)).toBe("answered");
    world.pass(1);
    await answered(world, other.id, { service_provider_referral: "no" });
    expect(await soundOfOffer(other.id)).toBe("Refused referral.consent_needed");
  });

  it("is for whoever looks after the person, and nobody else hears of it", async () => {
    const { id: witnessId } = await aWitness(world);
    await offered(witnessId);
    const read = world.ask("reviewer", listReferrals, { witnessId, page: {} });
    expect([await soundOf(read), await openOf(witnessId, "reviewer")]).toEqual(["NotFound", null]);
    const { rows } = await world.ask("reviewer", readHistory, { recordId: witnessId, page: {} });
    expect(rows.map(({ act }) => act)).toEqual(["witness.record"]);
  });
});
