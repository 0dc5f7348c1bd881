import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, notFoundTallies } from "#db/schema/index.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aSubmittedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import type { AuditEvent } from "./audit-event.ts";
import { watchClock } from "./clock.ts";
import { execute } from "./execute.ts";
import { rehearse } from "./rehearse.ts";
import { system, useSystem } from "./system.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const events = async (): Promise<AuditEvent[]> => {
  const rows = await world.fresh.store.read
    .select({ seq: auditEvents.seq, body: auditEvents.body })
    .from(auditEvents);
  return rows.toSorted((a, b) => a.seq - b.seq).map(({ body }) => JSON.parse(body) as AuditEvent);
};
const lastEvent = async () => (await events()).at(-1);
const refused = (act: Promise<unknown>) => expect(act).rejects.toThrow(/refused|not found/);

describe("what a denial says", () => {
  it("names case and record of a refused approval of one's own work, so that it stands in the case's log", async () => {
    const { accountId } = world.person("investigator");
    const { id, version } = await aSubmittedTestimony(world);
    await world.do("administrator", admitMember, {
      caseId: world.caseId,
      accountId,
      role: "reviewer",
      expiresAt: null,
    });
    await refused(world.do("investigator", acceptTestimony, { testimonyId: id, version }));
    const { rows } = await world.ask("auditor", listEvents, {
      caseId: world.caseId,
      objectId: id,
      decision: "deny",
      page: {},
    });
    expect(rows).toMatchObject([
      {
        act: "testimony.accept",
        rules: ["testimony.decider_is_author"],
        objectId: id,
        objectVersion: version,
        person: "Demo investigator",
      },
    ]);
  });

  it("names them where a role is missing, for a command and for a question", async () => {
    const { id, version } = await aSubmittedTestimony(world);
    await refused(world.do("legal_officer", acceptTestimony, { testimonyId: id, version }));
    expect(await lastEvent()).toMatchObject({
      dec: "deny",
      case: world.caseId,
      obj: id,
      rules: ["role.missing"],
    });
    await refused(world.ask("investigator", listEvents, { page: {} }));
    const denied = await lastEvent();
    expect(denied).toMatchObject({ dec: "deny", rules: ["role.missing"] });
    expect(denied).not.toHaveProperty("case");
  });

  it("names neither to whom nothing is shown", async () => {
    const { id } = await aPlace(world);
    await refused(world.ask("stranger", readPlace, { placeId: id }));
    const denied = await lastEvent();
    expect(denied).toMatchObject({ dec: "deny", rules: ["not_found"] });
    expect(denied).not.toHaveProperty("case");
    expect(denied).not.toHaveProperty("obj");
  });
});

describe("knocking", () => {
  const knock = async (times: number) => {
    for (let n = 0; n < times; n++)
      await refused(world.ask("stranger", readPlace, { placeId: `pl_${"0".repeat(22)}` }));
  };

  it("is counted on record by the next entry of anybody, though the stranger never comes again", async () => {
    await knock(5);
    const stranger = (await lastEvent())?.actor;
    await aPlace(world);
    expect((await events()).filter(({ act }) => act === "notFound.count")).toEqual([]);
    world.pass(61_000);
    await aPlace(world);
    const [counted, recorded] = (await events()).slice(-2);
    expect(counted).toMatchObject({
      act: "notFound.count",
      dec: "deny",
      actor: stranger,
      repeats: 4,
      rules: ["not_found"],
    });
    expect(recorded?.act).toBe("place.record");
    await aPlace(world);
    expect((await events()).filter(({ act }) => act === "notFound.count")).toHaveLength(1);
    const { keys } = await system();
    expect((await verifyLog(world.fresh.store.read, keys)).verdict).toBe("holds");
  });

  it("is not forgotten when that entry is rolled back", async () => {
    await knock(3);
    world.pass(61_000);
    const place = { ...placeFields(), caseId: world.caseId };
    await rehearse(recordPlace, world.person("investigator"), place);
    const [tally] = await world.fresh.store.read.select().from(notFoundTallies);
    expect(tally?.count).toBe(2);
    await aPlace(world);
    expect((await events()).at(-2)).toMatchObject({ act: "notFound.count", repeats: 2 });
  });
});

const placeFields = () => ({
  name: "A village",
  nameAr: null,
  variants: null,
  kind: "village" as const,
  precision: "P3" as const,
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: null,
});

it("keeps a jump of the clock for the next entry when the act that noticed it is rolled back", async () => {
  let wall = 1_000_000;
  const watch = watchClock(
    () => wall,
    () => 0,
  );
  useSystem({ ...(await system()), clockWatch: watch });
  wall += 3_600_000;
  const input = { ...placeFields(), caseId: world.caseId };
  await rehearse(recordPlace, world.person("investigator"), input);
  expect((await events()).filter(({ act }) => act === "clock.adjust")).toEqual([]);
  await execute(recordPlace, world.person("investigator"), input);
  await execute(recordPlace, world.person("investigator"), { ...input, name: "Another village" });
  expect((await events()).slice(-3).map(({ act }) => act)).toEqual([
    "clock.adjust",
    "place.record",
    "place.record",
  ]);
});
