import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contradictions } from "#db/schema/index.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import { stands } from "#lib/testing/specimens/contradictions.ts";
import { anAccount, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { decideContradiction } from "./commands/decide-contradiction.ts";
import { recordContradiction } from "./commands/record-contradiction.ts";
import { compareAccounts } from "./queries/compare-accounts.ts";
import { contradictionsOf } from "./queries/contradictions-of.ts";
import { listContradictions } from "./queries/list-contradictions.ts";
import { ordered } from "./rules/pair.ts";

const CHILDREN = 2;
const reason = "it is to be kept apart";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const one of ["investigator", "senior_reviewer"] as const) await aClearance(world, one, CHILDREN);
});
afterAll(() => world.close());

const of = async (recordId: string, as: PersonKey = "reviewer") =>
  (await world.ask(as, contradictionsOf, { recordId })).rows;

const rowOf = async (id: string) => {
  const [row] = await world.fresh.store.read.select().from(contradictions).where(eq(contradictions.id, id));
  return row;
};

describe("what a compartment hides", () => {
  it("takes no allegation with it that is open, nor a link, and tells of none that is closed", async () => {
    const nights = [{ saidEdtf: "2031-03-01" }, { saidEdtf: "2031-03-09" }] as const;
    const one = await anAccount(world, { statement: nights[0] });
    const testimony = { witnessId: one.witnessId };
    const two = await anAccount(world, { testimony, reliability: null, statement: nights[1] });
    // The closed one comes first by its id.
    const both = [await anAllegation(world), await anAllegation(world)] as const;
    const [closed, open] = ordered(...both);
    const hiding = await anAccount(world);
    await linked(world, hiding.id, closed.id);
    await world.do("investigator", placeRecord, { recordId: hiding.testimonyId, add: CHILDREN, reason });
    for (const { id } of [one, two]) await linked(world, id, closed.id);
    const differs = async (as: PersonKey) =>
      (await world.ask(as, compareAccounts, { witnessId: one.witnessId })).accounts.flatMap((account) =>
        account.statements.flatMap((statement) => statement.differs),
      );
    expect(await of(one.id)).toEqual([]);
    expect(await differs("reviewer")).toEqual([]);
    expect(await of(one.id, "senior_reviewer")).toHaveLength(1);
    expect(await differs("senior_reviewer")).toHaveLength(2);
    for (const { id } of [one, two]) await linked(world, id, open.id);
    expect((await of(one.id)).map(({ kind }) => kind)).toEqual(["time"]);
    expect(await of(open.id)).toHaveLength(1);
    // The history of a statement tells of none; each has one of its own.
    const acts = async (recordId: string) =>
      (await world.ask("senior_reviewer", readHistory, { recordId, page: { size: 50 } })).rows.map(
        (row) => row.act,
      );
    for (const { id } of [one, two]) expect(await acts(id)).not.toContain("contradiction.compare");
    for (const { id } of await of(one.id, "senior_reviewer"))
      expect(await acts(id)).toEqual(["contradiction.compare"]);
    // The same by hand, on the closed one and on the open one: what is closed is not told of.
    const hand = { caseId: world.caseId, statementId: one.id, otherStatementId: two.id, note: reason };
    const other = { ...hand, kind: "other" as const, facet: "place" as const };
    await world.do("investigator", recordContradiction, { ...other, allegationId: closed.id });
    const seen = await world.do("reviewer", recordContradiction, { ...other, allegationId: open.id });
    await expect(
      world.do("reviewer", recordContradiction, { ...other, allegationId: open.id }),
    ).rejects.toThrow(Conflict);
    // One that stands by an open link, with a statement that is closed since.
    const third = await anAccount(world);
    const made = await world.do("investigator", recordContradiction, {
      ...hand,
      kind: "other",
      otherStatementId: third.id,
      allegationId: null,
      facet: null,
    });
    const against = one.id < third.id ? "statement" : "other";
    await world.do("investigator", decideContradiction, {
      ...stands(world, made),
      allegationId: open.id,
      facet: "place",
      against,
    });
    await world.do("investigator", placeRecord, { recordId: third.testimonyId, add: CHILDREN, reason });
    const { rows } = await world.ask("reviewer", listContradictions, {
      caseId: world.caseId,
      page: { size: 100 },
    });
    const linkId = (await rowOf(made.id))?.evidenceLinkId;
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([linkId, seen.id]));
    expect(rows.map(({ id }) => id)).not.toContain(made.id);
  });
});
