import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { Invalid, NotFound } from "#lib/core/refusals.ts";
import { anActor } from "#lib/testing/specimens/actors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { amendActor } from "./commands/amend-actor.ts";
import { recordActor } from "./commands/record-actor.ts";
import { retractActor } from "./commands/retract-actor.ts";
import { listActors } from "./queries/list-actors.ts";
import { readActor } from "./queries/read-actor.ts";
import { suggestActors } from "./queries/suggest-actors.ts";

let world: World;
const close = () => world.close();
async function open() {
  world = await aWorld();
  const { accountId } = world.person("investigator");
  const membership = { caseId: world.otherCaseId, accountId, role: "investigator" as const, expiresAt: null };
  await world.do("administrator", admitMember, membership);
}

const fields = {
  name: "Third Company",
  nameAr: "السرية الثالثة" as string | null,
  aliases: "The Third\nMill company" as string | null,
  kind: "unit" as "unit" | "company",
  parentId: null as string | null,
  affiliationAlleged: null,
  attributedSide: null as "unknown" | null,
  note: null,
};
const record = (more: Partial<typeof fields> = {}) =>
  world.do("investigator", recordActor, { ...fields, caseId: world.caseId, ...more });
const putUnder = (actor: { id: string; version: number }, parentId: string | null) =>
  world.do("investigator", amendActor, { ...fields, actorId: actor.id, version: actor.version, parentId });
const read = (actorId: string) => world.ask("reviewer", readActor, { actorId });

describe("what an actor belongs to", () => {
  beforeAll(open);
  afterAll(close);

  it("is shown beside it, with what belongs to it", async () => {
    const above = await record({ name: "Directorate", kind: "company" });
    const below = await record({ parentId: above.id });
    expect((await read(below.id)).parent).toMatchObject({
      id: above.id,
      name: "Directorate",
      retracted: false,
    });
    expect((await read(above.id)).parts).toMatchObject([{ id: below.id, name: "Third Company" }]);
    await world.do("investigator", retractActor, {
      actorId: above.id,
      version: above.version,
      reason: "recorded twice",
    });
    expect((await read(below.id)).parent).toMatchObject({ id: above.id, retracted: true });
    await world.do("investigator", retractActor, {
      actorId: below.id,
      version: below.version,
      reason: "recorded twice",
    });
    expect((await read(above.id)).parts).toEqual([]);
  });

  it("is never itself, nor anything that belongs to it, however deep", async () => {
    const top = await record();
    const middle = await record({ parentId: top.id });
    const bottom = await record({ parentId: middle.id });
    for (const parentId of [top.id, middle.id, bottom.id]) {
      const error = await putUnder(top, parentId).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Invalid);
      expect((error as Invalid).fields).toEqual([{ path: "parentId", code: "own_descendant" }]);
    }
    await putUnder(bottom, top.id);
    expect((await read(top.id)).parts.map((one) => one.id).toSorted()).toEqual(
      [middle.id, bottom.id].toSorted(),
    );
  });

  it("is in the same case, even for someone who is in both", async () => {
    const elsewhere = await anActor({ ...world, caseId: world.otherCaseId });
    await expect(record({ parentId: elsewhere.id })).rejects.toBeInstanceOf(NotFound);
    await expect(putUnder(await record(), elsewhere.id)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("actors", () => {
  beforeAll(open);
  afterAll(close);

  it("are narrowed by kind and by side, by name in either order", async () => {
    for (const [name, kind, attributedSide] of [
      ["b", "unit", null],
      ["a", "company", "unknown"],
      ["c", "unit", "unknown"],
    ] as const)
      await world.do("investigator", recordActor, {
        ...fields,
        name,
        kind,
        attributedSide,
        caseId: world.caseId,
      });
    const names = async (more: object) =>
      (await world.ask("reviewer", listActors, { caseId: world.caseId, page: {}, ...more })).rows.map(
        (row) => row.name,
      );
    expect(await names({})).toEqual(["a", "b", "c"]);
    expect(await names({ kind: "unit", direction: "desc" })).toEqual(["c", "b"]);
    expect(await names({ attributedSide: "unknown" })).toEqual(["a", "c"]);
  });

  it("are found by any of their names", async () => {
    const { id } = await record({
      name: "Poplar Volunteers",
      nameAr: "متطوعو الحور",
      aliases: "Yellow cloths",
    });
    for (const text of ["poplar", "الحور", "yellow cloth"]) {
      const { options } = await world.ask("investigator", suggestActors, { caseId: world.caseId, text });
      expect(options.map((one) => one.id)).toEqual([id]);
    }
  });
});
