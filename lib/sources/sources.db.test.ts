import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { desc } from "drizzle-orm";
import { auditEvents, sourceGrades } from "#db/schema/index.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { aSource } from "#lib/testing/specimens/sources.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { gradeSource } from "./commands/grade-source.ts";
import { recordSource } from "./commands/record-source.ts";
import { retractSource } from "./commands/retract-source.ts";
import { listSources } from "./queries/list-sources.ts";
import { readSource } from "./queries/read-source.ts";
import { suggestSources } from "./queries/suggest-sources.ts";

let world: World;
const open = async () => {
  world = await aWorld();
};
const close = () => world.close();

const BEARS_NOTHING = { partyId: null, organisationId: null, isUnattributed: false };
const bare = { nameAr: null, kind: "media" as const, standpoint: null, note: null, ...BEARS_NOTHING };
const record = (name: string, more: { nameAr?: string; importKey?: string } = {}) =>
  world.do("investigator", recordSource, { ...bare, name, caseId: world.caseId, ...more });
const grade = (
  sourceId: string,
  reliability: "A" | "B" | "D",
  reason = "because",
  as: PersonKey = "investigator",
) => world.do(as, gradeSource, { sourceId, witnessId: null, reliability, reason });
const list = (more: { reliability?: "A" | "B" | "not_graded"; kind?: "media" | "monitor" } = {}) =>
  world.ask("legal_officer", listSources, { caseId: world.caseId, page: {}, ...more });

describe("grades of reliability", () => {
  beforeAll(open);
  afterAll(close);

  it("are kept with date, reason and who gave them, and the newest is the one that counts", async () => {
    const { id } = await record("Graded twice");
    await grade(id, "B", "agrees with two registers");
    const firstAt = world.now();
    world.pass(1_000);
    await grade(id, "D", "withdrew two of its reports", "reviewer");
    const { grades, version } = await world.ask("reviewer", readSource, { sourceId: id });
    expect(grades).toMatchObject([
      {
        reliability: "D",
        reason: "withdrew two of its reports",
        gradedAt: firstAt + 1_000,
        gradedBy: "Demo reviewer",
      },
      {
        reliability: "B",
        reason: "agrees with two registers",
        gradedAt: firstAt,
        gradedBy: "Demo investigator",
      },
    ]);
    expect(version).toBe(1); // a grade changes nothing else of the source
    expect((await list()).rows.find((row) => row.id === id)?.reliability).toBe("D");
  });

  it("narrow the list by the one that counts, never by an earlier one", async () => {
    const once = await record("Graded A");
    const twice = await record("Graded B, then A");
    const never = await record("Never graded");
    await grade(once.id, "A");
    await grade(twice.id, "B");
    await grade(twice.id, "A");
    const found = async (reliability: "A" | "B" | "not_graded") =>
      (await list({ reliability })).rows.map((row) => row.name);
    expect(await found("A")).toEqual(["Graded A", "Graded B, then A"]);
    expect(await found("B")).toEqual([]);
    expect(await found("not_graded")).toContain("Never graded");
    expect(await found("not_graded")).not.toContain("Graded A");
    expect((await list({ reliability: "A" })).total).toBe(2);
    expect((await world.ask("reviewer", readSource, { sourceId: never.id })).grades).toEqual([]);
  });

  it("keep their order when the clock stands still or goes back", async () => {
    const { id } = await record("Graded in a hurry");
    await grade(id, "A");
    await grade(id, "B");
    world.pass(-3_600_000);
    await grade(id, "D");
    const { grades } = await world.ask("reviewer", readSource, { sourceId: id });
    expect(grades.map((one) => one.reliability)).toEqual(["D", "B", "A"]);
    world.pass(3_600_000);
  });

  it("are given to a witness by the same act", async () => {
    const { id } = await aWitness(world);
    await world.do("reviewer", gradeSource, {
      sourceId: null,
      witnessId: id,
      reliability: "C",
      reason: "keeps apart",
    });
    const witness = await world.ask("reviewer", readWitness, { witnessId: id });
    expect(witness.grades).toMatchObject([{ reliability: "C", reason: "keeps apart" }]);
  });

  it("are of exactly one source or witness", async () => {
    const { id: sourceId } = await record("One of both");
    const { id: witnessId } = await aWitness(world);
    const fields = { reliability: "A" as const, reason: "because" };
    for (const both of [
      { sourceId, witnessId },
      { sourceId: null, witnessId: null },
    ]) {
      const error = await world
        .do("investigator", gradeSource, { ...fields, ...both })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Invalid);
      expect((error as Invalid).fields).toEqual([
        { path: "sourceId", code: "one_of_both" },
        { path: "witnessId", code: "one_of_both" },
      ]);
    }
  });

  it("stand in the log as an act on the source, with the trace of the grade and not its reason", async () => {
    const { id } = await record("In the log");
    const { id: gradeId } = await grade(id, "B", "a very particular reason");
    const { read } = world.fresh.store;
    const [event] = await read.select().from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
    expect(event).toMatchObject({ act: "source.grade", objectId: id });
    expect(event?.body).toContain(`source_grades:${gradeId}:1:`);
    expect(event?.body).not.toContain("particular");
  });

  it("come once from an import, and not at all to a retracted source", async () => {
    const { id, version } = await record("Imported", { importKey: "sources:1" });
    const again = {
      sourceId: id,
      witnessId: null,
      reliability: "B" as const,
      reason: "because",
      importKey: "grades:1",
    };
    await world.do("investigator", gradeSource, again);
    await expect(world.do("investigator", gradeSource, again)).rejects.toThrow(
      new Conflict("already_exists"),
    );
    await expect(record("Imported", { importKey: "sources:1" })).rejects.toThrow(
      new Conflict("already_exists"),
    );
    await world.do("investigator", retractSource, { sourceId: id, version, reason: "recorded twice" });
    await expect(grade(id, "A")).rejects.toThrow(new Conflict("record.retracted"));
    expect((await world.ask("reviewer", readSource, { sourceId: id })).may).toEqual({
      write: false,
      grade: false,
    });
  });

  it("are never changed or deleted, even by someone who holds the file", async () => {
    await expect(world.fresh.directSql("delete from source_grades")).rejects.toThrow("record.never_deleted");
    expect(await world.fresh.store.read.$count(sourceGrades)).toBeGreaterThan(0);
  });
});

describe("sources", () => {
  beforeAll(open);
  afterAll(close);

  it("that were retracted can be read and are neither listed nor suggested", async () => {
    const { id, version } = await record("Withdrawn bulletin");
    await world.do("investigator", retractSource, { sourceId: id, version, reason: "not a source" });
    expect(await world.ask("reviewer", readSource, { sourceId: id })).toMatchObject({
      retractionReason: "not a source",
    });
    expect((await list()).rows.map((row) => row.id)).not.toContain(id);
    const { options } = await world.ask("investigator", suggestSources, {
      caseId: world.caseId,
      text: "withdrawn",
    });
    expect(options).toEqual([]);
    await expect(
      world.do("investigator", retractSource, { sourceId: id, version: version + 1, reason: "again" }),
    ).rejects.toThrow(new Conflict("record.retracted"));
  });

  it("are found by name in either language and by code, with signs taken as they are", async () => {
    const { id, code } = await record("50% of the Valley", { nameAr: "رسالة الوادي" });
    const found = async (text: string) =>
      (await world.ask("investigator", suggestSources, { caseId: world.caseId, text })).options.map(
        (one) => one.id,
      );
    for (const text of ["of the valley", "رسالة", code.toLowerCase(), "50%"])
      expect(await found(text)).toEqual([id]);
    expect(await found("5_%")).toEqual([]);
  });
});

describe("a list of sources", () => {
  beforeAll(open);
  afterAll(close);

  it("goes by name, page by page, forwards and back, without a gap", async () => {
    for (const name of ["e", "c", "a", "d", "b"]) await record(name);
    await aSource(world); // of another kind
    const page = (more: object, direction: "asc" | "desc" = "asc") =>
      world.ask("reviewer", listSources, {
        caseId: world.caseId,
        kind: "media",
        direction,
        page: { size: 2, ...more },
      });
    const first = await page({});
    const second = await page({ after: first.next });
    const third = await page({ after: second.next });
    expect([first, second, third].map(({ rows }) => rows.map((row) => row.name).join(""))).toEqual([
      "ab",
      "cd",
      "e",
    ]);
    expect(third.next).toBeNull();
    expect((await page({ before: third.previous })).rows.map((row) => row.name)).toEqual(["c", "d"]);
    expect((await page({}, "desc")).rows.map((row) => row.name)).toEqual(["e", "d"]);
    expect(first.total).toBe(5);
  });
});
