import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { victimListEntries, victimMerges } from "#db/schema/index.ts";
import { Refused } from "#lib/core/refusals.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { eventsSince, everything, lastSeq } from "#lib/testing/everything.ts";
import { aFilledList, aMerge, aVictimList } from "#lib/testing/specimens/victim-lists.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { addEntries } from "./commands/add-entries.ts";
import { confirmMerge } from "./commands/confirm-merge.ts";
import { exportMatrix } from "./commands/export-matrix.ts";
import { findDoubles } from "./commands/find-doubles.ts";
import { keepApart } from "./commands/keep-apart.ts";
import { openVictimNames } from "./commands/open-victim-names.ts";
import { proposeMerge } from "./commands/propose-merge.ts";
import { retractVictimList } from "./commands/retract-victim-list.ts";
import { undoMerge } from "./commands/undo-merge.ts";
import { listDoubles } from "./queries/list-doubles.ts";
import { listVictimLists } from "./queries/list-victim-lists.ts";
import { readMatrix } from "./queries/read-matrix.ts";
import { readVictimList } from "./queries/read-victim-list.ts";
import { readVictimNames } from "./queries/read-victim-names.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const caseId = () => world.caseId;
const listWith = async (...rows: string[]) => {
  const { id } = await aVictimList(world);
  await world.do("investigator", addEntries, { listId: id, rows: ["name_ar,name", ...rows].join("\n") });
  return { id, entryIds: (await read(id)).rows.map((row) => row.id) };
};
const read = (listId: string) => world.ask("reviewer", readVictimList, { listId, page: {} });
const desk = (as: PersonKey = "investigator") => world.ask(as, listDoubles, { caseId: caseId() });
const persons = async () =>
  (await world.ask("reviewer", listVictimLists, { caseId: caseId(), page: {} })).persons;
const rowsStored = () =>
  world.fresh.store.read.select().from(victimListEntries).orderBy(victimListEntries.id);
const propose = (entryIds: string[], as: PersonKey = "investigator") =>
  world.do(as, proposeMerge, { caseId: caseId(), entryIds });
const confirm = (mergeId: string, as: PersonKey = "protection_officer") =>
  world.do(as, confirmMerge, { mergeId, version: 1 });

describe("lists of victims", () => {
  it("take all pasted rows or none, and keep no name in the clear anywhere", async () => {
    const { id } = await aVictimList(world);
    const add = (rows: string) => world.do("investigator", addEntries, { listId: id, rows });
    expect(await soundOf(add("name,age\nZephyrine Canary,4\nKanari,200"))).toBe(
      "Error: invalid input: rows.2.age victim_list.age",
    );
    expect((await read(id)).total).toBe(0);
    await add("name_ar,name,place\nزينب العصافير,Zephyrine Canaryovska,the mill");
    await world.do("investigator", findDoubles, { caseId: caseId() });
    const told = await everything(world);
    for (const word of ["Zephyrine", "Canaryovska", "زينب", "العصافير"])
      expect(told.includes(word), word).toBe(false);
    expect((await read(id)).rows).toMatchObject([{ position: 1, place: "the mill", victim: null }]);
    expect(await soundOf(world.do("reviewer", addEntries, { listId: id, rows: "name\nX" }))).toBe(
      "Refused role.missing",
    );
  });

  it("show names to whoever opened them for a reason, in that session and for half an hour, and to nobody else", async () => {
    const { entryIds } = await listWith("محمد حداد,", ",Layla Barakat");
    const seq = await lastSeq(world);
    const { id: openingId } = await world.do("protection_officer", openVictimNames, {
      caseId: caseId(),
      reasonCode: "doubles",
    });
    const names = (as: PersonKey) => world.ask(as, readVictimNames, { openingId, entryIds });
    expect(
      (await names("protection_officer")).rows.map(({ ar, latin }) => `${ar ?? latin}`).toSorted(),
    ).toEqual(["Layla Barakat", "محمد حداد"]);
    expect(await soundOf(names("investigator"))).toBe("Refused reveal.of_another");
    expect(await soundOf(names("reviewer"))).toBe("NotFound");
    for (const as of ["reviewer", "legal_officer", "senior_reviewer"] as const)
      expect(await soundOf(world.do(as, openVictimNames, { caseId: caseId(), reasonCode: "doubles" }))).toBe(
        "Refused role.missing",
      );
    const acts = (await eventsSince(world, seq)).map(({ act }) => act);
    expect(acts.slice(0, 2)).toEqual(["victimList.openNames", "victimList.readNames"]);
    expect((await desk("protection_officer")).opening?.id).toBe(openingId);
    expect((await desk("investigator")).opening).toBeNull();
  });

  it("put rows that may be one person before people, within a list and across, once", async () => {
    const one = await listWith("سمير يونس النجار,", ",Sameer Younes Najjar", ",Hoda Chahine");
    const other = await listWith(",Samir Yunus al-Najjar", ",Tariq Bakri");
    const find = (mode: "folded" | "literal") =>
      world.do("investigator", findDoubles, { caseId: caseId(), mode });
    expect((await find("literal")).found).toBe(0);
    await find("folded");
    const [a, b] = one.entryIds;
    const [c] = other.entryIds;
    const ours = async () =>
      (await desk()).pairs.filter(({ oneId, otherId }) =>
        [oneId, otherId].every((id) => [...one.entryIds, ...other.entryIds].includes(id)),
      );
    const pairs = await ours();
    expect(pairs.map(({ oneId, otherId }) => [oneId, otherId].toSorted().join(" ")).toSorted()).toEqual(
      [
        [a, b],
        [a, c],
        [b, c],
      ]
        .map((two) => two.map(String).toSorted().join(" "))
        .toSorted(),
    );
    expect((await find("folded")).found).toBe(0);
    const [pair] = pairs;
    const apart = { doubleId: pair?.id ?? "", version: pair?.version ?? 0 };
    await world.do("investigator", keepApart, apart);
    expect((await ours()).length).toBe(2);
    expect(await soundOf(world.do("investigator", keepApart, apart))).toBe("Conflict victim_list.decided");
  });
});

describe("a merge", () => {
  it("takes a second human, makes one victim and, undone, leaves every row byte for byte as it was", async () => {
    const { entryIds, id: listId } = await aFilledList(world);
    const [a = "", b = ""] = entryIds;
    const [before, count] = [await rowsStored(), await persons()];
    const { id: mergeId } = await propose([a, b]);
    expect(await persons()).toBe(count);
    await expect(confirm(mergeId, "investigator")).rejects.toBeInstanceOf(Refused);
    expect((await desk()).waiting.find(({ id }) => id === mergeId)?.isOwn).toBe(true);
    const { victimId, version } = await confirm(mergeId);
    expect(await persons()).toBe(count - 1);
    const victim = await world.ask("reviewer", readVictim, { victimId: victimId ?? "" });
    expect(victim).toMatchObject({ kind: "person", ageBand: "adult", sex: "male", outcome: "killed" });
    expect((await read(listId)).rows.map((row) => row.victim?.id ?? null)).toEqual([
      victimId,
      victimId,
      null,
    ]);
    expect(await rowsStored()).toEqual(before);
    const undo = { mergeId, version, reason: "two brothers of one name" };
    await world.do("investigator", undoMerge, undo);
    expect(await rowsStored()).toEqual(before);
    expect(await persons()).toBe(count);
    const after = await world.ask("reviewer", readVictim, { victimId: victimId ?? "" });
    expect(after.retractionReason).toBe("two brothers of one name");
    expect(await soundOf(world.do("investigator", undoMerge, { ...undo, version: 3 }))).toBe(
      "Conflict merge.not_merged",
    );
  });

  it("joins further rows to a victim that is there, and is undone in the order in which it was made", async () => {
    const { mergeId, version, victimId, entryIds } = await aMerge(world);
    const [a = "", b = "", c = ""] = entryIds;
    expect(await soundOf(propose([a, b]))).toBe("Conflict merge.merged");
    const { id: joinId } = await propose([a, c], "protection_officer");
    expect(await soundOf(propose([b, c]))).toBe("Conflict merge.waits");
    expect((await confirm(joinId, "investigator")).victimId).toBe(victimId);
    const undo = (id: string, at: number) =>
      world.do("investigator", undoMerge, { mergeId: id, version: at, reason: "two people" });
    expect(await soundOf(undo(mergeId, version))).toBe("Conflict merge.others_joined");
    const other = await aMerge(world);
    expect(await soundOf(propose([a, other.entryIds[0] ?? ""]))).toBe("Conflict merge.two_victims");
    await undo(joinId, 2);
    await undo(mergeId, version);
  });

  it("is one neither by direct SQL without a second human, nor are rows changed by it", async () => {
    const { entryIds } = await aFilledList(world);
    const { id } = await propose(entryIds.slice(0, 2));
    const sqlRule = (statement: string) =>
      world.fresh.directSql(statement).then(
        () => "done",
        (error: unknown) => ruleOfTrigger(error) ?? error,
      );
    const [row] = await world.fresh.store.read.select().from(victimMerges).where(eq(victimMerges.id, id));
    const set = `status = 'merged', decided_at = 1, decided_by_human_id = '${row?.proposedByHumanId}'`;
    expect(await sqlRule(`update victim_merges set ${set} where id = '${id}'`)).toBe("merge.second_person");
    expect(await sqlRule(`update victim_merges set status = 'merged' where id = '${id}'`)).toBe(
      "merge.stands",
    );
    expect(await sqlRule(`update victim_list_entries set place = null where id = '${entryIds[0]}'`)).toBe(
      "victim_list.rows_stay",
    );
  });

  it("keeps its lists, and a list without one is retracted with its rows", async () => {
    const { entryIds, id } = await aFilledList(world);
    const retract = (listId: string) =>
      world.do("investigator", retractVictimList, { listId, version: 1, reason: "recorded by mistake" });
    await propose(entryIds.slice(0, 2));
    expect(await soundOf(retract(id))).toBe("Conflict victim_list.merged");
    const gone = await listWith(",Tariq Bakri");
    const before = await persons();
    await retract(gone.id);
    expect(await persons()).toBe(before - 1);
    expect(await soundOf(propose([...gone.entryIds, entryIds[2] ?? ""]))).toBe(
      "Conflict victim_list.rows_gone",
    );
  });
});

describe("the matrix of lists", () => {
  it("adds up to the persons that are documented, names nobody, and is taken along by an act", async () => {
    await aMerge(world);
    const { patterns, lists, persons: count } = await world.ask("reviewer", readMatrix, { caseId: caseId() });
    expect(patterns.reduce((sum, one) => sum + one.persons, 0)).toBe(count);
    expect(count).toBe(await persons());
    const seq = await lastSeq(world);
    const taken = await world.do("legal_officer", exportMatrix, { caseId: caseId() });
    expect(taken).toMatchObject({ persons: count, lists: lists.length });
    expect(taken.table.trimEnd().split("\r\n")).toHaveLength(count + 1);
    expect(taken.table).not.toMatch(/[\u0600-\u06FF]|Mohammed|Layla/);
    expect((await eventsSince(world, seq)).map(({ act }) => act)).toContain("victimMatrix.export");
    expect(await soundOf(world.do("reviewer", exportMatrix, { caseId: caseId() }))).toBe(
      "Refused role.missing",
    );
  });
});
