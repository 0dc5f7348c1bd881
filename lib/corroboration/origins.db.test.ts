import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import { anAccount, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { recordSourceTie } from "./commands/record-source-tie.ts";
import { readAllegation } from "./queries/read-allegation.ts";
import { readOrigins } from "./queries/read-origins.ts";
import type { HardEdgeKind, SoftEdgeKind, Stance } from "./vocabulary.ts";

const INSIDERS = 4;

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const one of ["investigator", "senior_reviewer"] as const) await aClearance(world, one, INSIDERS);
});
afterAll(() => world.close());

const origins = (allegationId: string, as: PersonKey = "reviewer") =>
  world.ask(as, readOrigins, { allegationId, facet: "occurrence" });

async function told(allegationId: string, witnessId?: string, stance: Stance = "support") {
  const testimony = { people: [], ...(witnessId === undefined ? {} : { witnessId }) };
  const account = await anAccount(world, { testimony });
  await linked(world, account.id, allegationId, { stance });
  return account;
}

const tied = (kind: HardEdgeKind | SoftEdgeKind, one: { id: string }, other: { id: string }) =>
  world.do("investigator", recordDependency, {
    caseId: world.caseId,
    kind,
    statementId: one.id,
    otherStatementId: other.id,
    note: world.marked("both said so"),
  });

describe("what ties the evidence of a facet", () => {
  it("stands in frames and lines, names each tie, and says what the page of the allegation says", async () => {
    const { id: allegationId } = await anAllegation(world);
    const first = await told(allegationId);
    const again = await told(allegationId, first.witnessId);
    const repost = await told(allegationId);
    const [cousin, against] = [await told(allegationId), await told(allegationId, undefined, "contradict")];
    await tied("republished", repost, first);
    await tied("discussed_facet", cousin, again);
    await world.do("investigator", recordSourceTie, {
      caseId: world.caseId,
      kind: "same_household_or_kin",
      witnessId: cousin.witnessId,
      sourceId: null,
      otherWitnessId: against.witnessId,
      otherSourceId: null,
      note: null,
    });
    const found = await origins(allegationId);
    const { facets } = await world.ask("reviewer", readAllegation, { allegationId });
    const ceiling = facets.find(({ facet }) => facet === "occurrence")?.ceiling;
    expect(found.ceiling).toMatchObject({ level: ceiling?.level, reasons: ceiling?.reasons });
    const made = found.origins.map(({ records }) => records.map(({ id }) => id).toSorted());
    const one = [first, again, repost].map(({ testimonyId }) => testimonyId).toSorted();
    expect(made).toHaveLength(3);
    expect(made).toEqual(expect.arrayContaining([one, [cousin.testimonyId], [against.testimonyId]]));
    const joined = found.origins.find(({ records }) => records.length === 3);
    const tieBy = (kind: HardEdgeKind) => joined?.ties.find(({ kinds }) => kinds.includes(kind));
    expect(joined?.ties).toHaveLength(2);
    expect(tieBy("same_person")).toMatchObject({
      through: [expect.stringMatching(/^W-/)],
      recorded: { count: 0 },
    });
    expect(tieBy("republished")?.recorded.noted[0]?.note).toContain("both said so");
    expect(found.ties).toMatchObject([
      { kind: "discussed_facet", tenths: 5, others: [], recorded: { count: 1, left: 0 } },
      { kind: "same_household_or_kin", tenths: 3, recorded: { count: 1, noted: [] } },
    ]);
    expect(found.dependent).toHaveLength(1);
    expect(found.origins.filter(({ carries }) => carries).map(({ support }) => support)).toEqual([3]);
    expect(found.origins.find(({ against: c }) => c > 0)?.records[0]?.statements[0]?.weight).toMatchObject({
      stances: ["contradict"],
      resolved: false,
    });
    expect(found.facets).toEqual(["occurrence"]);
    expect(found.left).toEqual({ origins: 0, items: 0, ties: 0 });
  });

  it("knows nothing of what is in a compartment, for anybody: the level does not rest on it either", async () => {
    const { id: allegationId } = await anAllegation(world);
    const accounts = [await told(allegationId), await told(allegationId)] as const;
    const closed = await anAccount(world, { testimony: { people: [] } });
    await world.do("investigator", placeRecord, {
      recordId: closed.testimonyId,
      add: INSIDERS,
      reason: "apart",
    });
    const open = await origins(allegationId);
    for (const one of accounts) await tied("derived", one, closed);
    await tied("discussed_facet", accounts[0], closed);
    expect(await origins(allegationId)).toEqual(open);
    expect(await origins(allegationId, "senior_reviewer")).toEqual(open);
  });

  it("is absent with its allegation to whom the compartment is closed, and whole to whoever is cleared", async () => {
    const { id: allegationId } = await anAllegation(world);
    const [open, closed] = [await told(allegationId), await told(allegationId)];
    await tied("derived", open, closed);
    await world.do("investigator", placeRecord, {
      recordId: closed.testimonyId,
      add: INSIDERS,
      reason: "apart",
    });
    expect(await soundOf(origins(allegationId))).toBe("NotFound");
    const whole = await origins(allegationId, "senior_reviewer");
    expect(whole.origins.map(({ records }) => records.length)).toEqual([2]);
    const { facet } = await world.ask("senior_reviewer", readOrigins, { allegationId, facet: "place" });
    expect(facet).toBe("place");
  });
});
