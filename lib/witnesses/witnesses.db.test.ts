import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import { isCode } from "#lib/core/ids.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { recordWitness } from "./commands/record-witness.ts";
import { retractWitness } from "./commands/retract-witness.ts";
import { listWitnesses } from "./queries/list-witnesses.ts";
import { readWitness } from "./queries/read-witness.ts";
import { suggestWitnesses } from "./queries/suggest-witnesses.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const record = (more: { ageBand?: "adult" | "child"; sex?: "female" | "male" } = {}) =>
  world.do("investigator", recordWitness, {
    caseId: world.caseId,
    ageBand: "adult",
    sex: "female",
    protectionNote: "asks that nobody telephones",
    note: "worked at the clinic",
    ...more,
  });
const list = (more: object = {}) =>
  world.ask("reviewer", listWitnesses, { caseId: world.caseId, page: {}, ...more });
const suggest = async (text: string) =>
  (await world.ask("investigator", suggestWitnesses, { caseId: world.caseId, text })).options;

describe("witnesses", () => {
  it("show how many accounts they gave, so that nobody interviews again without knowing", async () => {
    const { id } = await record();
    const count = async () =>
      (await world.ask("investigator", readWitness, { witnessId: id })).testimoniesGiven;
    expect(await count()).toBe(0);
    await aTestimony(world, { witnessId: id });
    const mistake = await aTestimony(world, { witnessId: id });
    await aTestimony(world); // of another witness
    expect(await count()).toBe(2);
    expect((await list()).rows.find((row) => row.id === id)?.testimoniesGiven).toBe(2);
    const { id: testimonyId, version } = mistake;
    await world.do("investigator", retractTestimony, { testimonyId, version, reason: "recorded twice" });
    expect(await count()).toBe(1);
    expect((await list()).rows.find((row) => row.id === id)?.testimoniesGiven).toBe(1);
  });

  it("show their notes in their own file alone, and that reading leaves a trace", async () => {
    const { id, version } = await record();
    expect(JSON.stringify([await list(), await suggest(""), await suggest("W-")])).not.toMatch(
      /telephones|clinic/,
    );
    expect(await suggest("clinic")).toEqual([]);
    const traces = () => {
      const mine = and(eq(auditEvents.act, "witness.read"), eq(auditEvents.objectId, id));
      return world.fresh.store.read.select().from(auditEvents).where(mine);
    };
    expect(await traces()).toEqual([]);
    expect((await world.ask("legal_officer", readWitness, { witnessId: id })).protectionNote).toMatch(
      "telephones",
    );
    const [trace, ...more] = await traces();
    expect(more).toEqual([]);
    expect(JSON.parse(trace?.body ?? "{}")).toMatchObject({ obj: id, obj_v: version, dec: "allow" });
    expect(trace?.body).not.toMatch(/telephones|clinic/);
  });

  it("are known by a code and found by it, however it is typed", async () => {
    const { id, code } = await record();
    expect(isCode(code)).toBe(true);
    expect(await suggest(code.toLowerCase())).toEqual([{ id, code, label: code, labelAr: null }]);
  });

  it("are narrowed by age, sex and the grade that counts", async () => {
    const other = await record({ ageBand: "child", sex: "male" });
    await world.do("reviewer", gradeSource, {
      sourceId: null,
      witnessId: other.id,
      reliability: "C",
      reason: "because",
    });
    for (const filter of [{ ageBand: "child" }, { sex: "male" }, { reliability: "C" }])
      expect((await list(filter)).rows.map((row) => row.id)).toEqual([other.id]);
    expect((await list({ reliability: "not_graded" })).rows.map((row) => row.id)).not.toContain(other.id);
    expect((await list({ reliability: "C" })).rows[0]?.reliability).toBe("C");
  });

  it("that were retracted can be read, and take no grade and no change", async () => {
    const { id, version, code } = await record();
    await world.do("protection_officer", retractWitness, {
      witnessId: id,
      version,
      reason: "recorded twice",
    });
    const witness = await world.ask("reviewer", readWitness, { witnessId: id });
    expect(witness).toMatchObject({
      retractionReason: "recorded twice",
      may: { write: false, grade: false },
    });
    expect(await suggest(code)).toEqual([]);
    expect((await list()).rows.map((row) => row.id)).not.toContain(id);
    const grade = { sourceId: null, witnessId: id, reliability: "A" as const, reason: "because" };
    await expect(world.do("reviewer", gradeSource, grade)).rejects.toThrow("record.retracted");
  });

  it("may be recorded by a protection officer, and graded by an investigator or a reviewer", async () => {
    const { id } = await record();
    const may = async (as: "protection_officer" | "investigator" | "reviewer") =>
      (await world.ask(as, readWitness, { witnessId: id })).may;
    expect(await may("protection_officer")).toEqual({ write: true, grade: false });
    expect(await may("investigator")).toEqual({ write: true, grade: true });
    expect(await may("reviewer")).toEqual({ write: false, grade: true });
  });
});
