import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents, places, receipts } from "#db/schema/index.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { system } from "#lib/core/system.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { asked } from "./asked.ts";
import { commandDoor } from "./door.ts";
import { STORAGE_FULL } from "./vocabulary.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
beforeEach(async () => {
  world = await aWorld();
  cookie.sid = await signedIn(world, "investigator");
});
afterEach(() => world.close());

/** SQLite gives SQLITE_FULL when the file may grow no further; below its present size the bound is that size. */
const bound = (pages: number) =>
  world.fresh.store.transact((tx) => tx.raw(sql.raw(`pragma max_page_count = ${pages}`)));
const PAGES_MAX = 1_073_741_823;

const counts = async () => {
  const { read } = world.fresh.store;
  return [await read.$count(places), await read.$count(receipts), await read.$count(auditEvents)];
};

function record(requestId: string) {
  const input = {
    caseId: world.caseId,
    name: "A village",
    nameAr: null,
    variants: "v".repeat(4_000),
    kind: "village",
    precision: "P3",
    parentId: null,
    parentBasis: null,
    latE5: null,
    lonE5: null,
    coordinateBasis: null,
    possibleDuplicateOfId: null,
    note: "n".repeat(4_000),
  };
  const request = new Request("http://localhost:3000/api/v1/place.record", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ input, requestId }),
  });
  return commandDoor("place.record", request);
}

async function mustHold() {
  await bound(PAGES_MAX);
  const { keys } = await system();
  expect((await verifyLog(world.fresh.store.read, keys)).verdict).toBe("holds");
}

it("refuses an act with a sentence's rule and keeps no half of it; sent again when there is room, it is done once", async () => {
  await bound(1);
  const before = await counts();
  const full = await record("one-human-act");
  expect(full.status).toBe(507);
  expect(await full.json()).toMatchObject({ code: "unavailable", rule: "storage.full" });
  expect(await counts()).toEqual(before);
  await mustHold();
  expect((await record("one-human-act")).status).toBe(200);
  expect((await counts())[0]).toBe((before[0] ?? 0) + 1);
});

it("shows no testimony whose reading it cannot put on record, and says why", async () => {
  const { id } = await aTestimony(world);
  await bound(1);
  let events = (await counts())[2];
  let error: unknown = null;
  // Some pages have room for an entry or more.
  for (let reads = 0; reads < 500 && error === null; reads++) {
    error = await asked(readTestimony, { testimonyId: id }).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) events = (events ?? 0) + 1;
  }
  expect(error).toMatchObject({ digest: STORAGE_FULL });
  expect((await counts())[2]).toBe(events);
  await mustHold();
  await expect(asked(readTestimony, { testimonyId: id })).resolves.toHaveProperty("testimony");
});
