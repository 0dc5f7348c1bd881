import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { aClearance } from "#lib/testing/specimens/compartments.ts";
import {
  anAccount,
  anAllegation,
  aSupportedAllegation,
  linked,
} from "#lib/testing/specimens/corroboration.ts";
import { permitted } from "#lib/testing/specimens/contact.ts";
import { drafted } from "#lib/testing/specimens/findings.ts";
import { testimonyTexts } from "#lib/testing/specimens/testimonies.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { recordDependency } from "./commands/record-dependency.ts";
import { retractStatement } from "./commands/retract-statement.ts";
import { readFinding } from "./queries/read-finding.ts";

const [CHILDREN, INSIDERS] = [2, 4];
const reason = "it is to be kept apart";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await aClearance(world, "investigator", CHILDREN);
  for (const one of ["investigator", "senior_reviewer"] as const) await aClearance(world, one, INSIDERS);
});
afterAll(() => world.close());

const place = (recordId: string, add: number) =>
  world.do("investigator", placeRecord, { recordId, add, reason });
const finding = (as: PersonKey, findingId: string) => world.ask(as, readFinding, { findingId });

/** An allegation with a draft of its finding, and the fields of a further account by its witness. */
async function aDraft() {
  const { allegation, statement } = await aSupportedAllegation(world);
  const { id: findingId } = await drafted(world, allegation.id);
  const { testimonyId } = statement;
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  await permitted(world, testimony.witnessId ?? "", "interview");
  const fields = { ...testimonyTexts(world), witnessId: testimony.witnessId, caseId: world.caseId };
  return { findingId, told: { ...fields, kind: "interview" as const, heardBefore: heardAs("no") } };
}

describe("a finding, where another account of its witness is in a compartment", () => {
  it("is not computed again for one that was there from the first, nor when that one changes", async () => {
    const { findingId, told } = await aDraft();
    const before = await finding("reviewer", findingId);
    const closed = await world.do("investigator", recordTestimony, { ...told, tellsOf: ["children"] });
    expect(closed.isClosed).toBe(false);
    const { id: testimonyId, version } = closed;
    await world.do("investigator", retractTestimony, { testimonyId, version, reason });
    expect(await finding("reviewer", findingId)).toEqual(before);
  });

  it("is computed again for one that was open: what people saw is gone from it", async () => {
    const { findingId, told } = await aDraft();
    const first = await finding("reviewer", findingId);
    const { id } = await world.do("investigator", recordTestimony, told);
    const open = await finding("reviewer", findingId);
    expect(open.finding.inputsHash).not.toBe(first.finding.inputsHash);
    await place(id, CHILDREN);
    const apart = await finding("reviewer", findingId);
    expect(apart.finding.inputsHash).toBe(first.finding.inputsHash);
    expect(apart.inputsChanged).toBe(false);
  });

  it("says to whoever records such an account that they are not cleared to see it", async () => {
    const { told } = await aDraft();
    const tellsOf = ["insiders" as const, "children" as const];
    const { id, isClosed } = await world.do("investigator2", recordTestimony, { ...told, tellsOf });
    expect(isClosed).toBe(true);
    expect(await soundOf(world.ask("investigator2", readTestimony, { testimonyId: id }))).toBe("NotFound");
  });
});

describe("a finding that is in a compartment itself", () => {
  it("is computed again in the name of somebody who may not know of it", async () => {
    const { allegation } = await aSupportedAllegation(world);
    const open = await anAccount(world);
    await linked(world, open.id, allegation.id);
    const { id: findingId } = await drafted(world, allegation.id);
    const closed = await anAccount(world);
    await linked(world, closed.id, allegation.id);
    await place(closed.testimonyId, INSIDERS);
    const before = await finding("senior_reviewer", findingId);
    const retracted = world.do("investigator2", retractStatement, {
      statementId: open.id,
      version: open.version,
      reason,
    });
    expect(await soundOf(retracted)).toBe("answered");
    const after = await finding("senior_reviewer", findingId);
    expect(after.finding.version).toBe(before.finding.version + 1);
    expect(await soundOf(finding("investigator2", findingId))).toBe("NotFound");
  });
});

describe("two open accounts that a closed one ties together", () => {
  it("count for themselves, and whoever is cleared is told what the level would be", async () => {
    const allegation = await anAllegation(world);
    const accounts = [await anAccount(world), await anAccount(world)];
    for (const { id } of accounts) await linked(world, id, allegation.id);
    const { id: findingId } = await drafted(world, allegation.id);
    const closed = await anAccount(world);
    await place(closed.testimonyId, INSIDERS);
    const open = await finding("reviewer", findingId);
    for (const { id } of accounts) await tied(id, closed.id);
    expect(await finding("reviewer", findingId)).toEqual(open);
    const told = await finding("senior_reviewer", findingId);
    expect(told.live).toEqual(open.live);
    expect(open.withApart).toBeNull();
    expect(told.withApart?.level).toBeLessThan(open.live.level);
  });
});

/** Says that an account only relays another. */
const tied = (statementId: string, otherStatementId: string) =>
  world.do("investigator", recordDependency, {
    caseId: world.caseId,
    kind: "relay_naming_origin",
    statementId,
    otherStatementId,
    note: null,
  });
