import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sessions } from "#db/schema/index.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { queryDoor } from "./door.ts";
import { quickExitDoor } from "./quick-exit.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const AT = "http://localhost:3000/api/leave";
const leave = (headers: Record<string, string> = {}) =>
  quickExitDoor(new Request(AT, { method: "POST", headers }));
const isIn = async () => {
  const headers = { "content-type": "application/json" };
  const request = new Request(AT, { method: "POST", headers, body: JSON.stringify({ input: {} }) });
  return (await queryDoor("notice.countUnread", request)).status === 200;
};

it("ends this session, and no other of the same person, and leads to the empty page without its cookie", async () => {
  const other = await signedIn(world, "investigator");
  const mine = await signedIn(world, "investigator");
  cookie.sid = mine;
  expect(await isIn()).toBe(true);
  const answer = await leave();
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/blank");
  expect(answer.headers.get("set-cookie")).toMatch(/^next-auth\.session-token=; Path=\/; Max-Age=0;/);
  expect(await isIn()).toBe(false);
  const { read } = world.fresh.store;
  const [row] = await read.select().from(sessions).where(eq(sessions.id, mine));
  expect(row?.revokedAt).not.toBeNull();
  cookie.sid = other;
  expect(await isIn()).toBe(true);
});

it("leads there without a session too, and a plain form may knock", async () => {
  cookie.sid = "";
  expect((await leave({ origin: "null", "sec-fetch-site": "same-origin" })).status).toBe(303);
});

it("is opened to no other site's page, which could throw people out", async () => {
  cookie.sid = await signedIn(world, "investigator");
  expect((await leave({ origin: "https://elsewhere.example" })).status).toBe(404);
  expect((await leave({ origin: "null", "sec-fetch-site": "cross-site" })).status).toBe(404);
  expect(await isIn()).toBe(true);
});
