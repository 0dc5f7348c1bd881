import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { preferences } from "#db/schema/index.ts";
import { maybeLayout } from "#lib/core/preferences.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { forgetLayoutDoor, saveLayoutDoor } from "./preferences.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const KEY = "list.testimonies";
const layout = { hidden: ["kind"], order: ["title", "code", "kind"], widths: { title: 320 } };
const request = (method: string, body?: unknown) =>
  new Request("http://localhost:3000/api/preferences", {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify({ body }) }),
  });
async function save(as: PersonKey, key: string, body: unknown): Promise<Response> {
  cookie.sid = await signedIn(world, as);
  return saveLayoutDoor(request("PUT", body), key);
}
const kept = (as: PersonKey) => maybeLayout(world.person(as), KEY);

describe("how a person likes a list", () => {
  it("is kept for them alone; the last wins, and it can be forgotten", async () => {
    expect(await kept("investigator")).toBeNull();
    expect((await save("investigator", KEY, { ...layout, hidden: [] })).status).toBe(200);
    expect((await save("investigator", KEY, layout)).status).toBe(200);
    expect(await kept("investigator")).toEqual(layout);
    expect(await kept("reviewer")).toBeNull();
    cookie.sid = await signedIn(world, "reviewer");
    expect((await forgetLayoutDoor(request("DELETE"), KEY)).status).toBe(200);
    expect(await kept("investigator")).toEqual(layout);
    cookie.sid = await signedIn(world, "investigator");
    expect((await forgetLayoutDoor(request("DELETE"), KEY)).status).toBe(200);
    expect(await kept("investigator")).toBeNull();
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => `${"abcdefghij"[n % 10]}${"k".repeat(39)}`);
  it.each<[string, string, unknown, string]>([
    ["another key", "desk.colour", layout, "key"],
    ["a key that leads elsewhere", "list.../x", layout, "key"],
    ["nothing", KEY, null, "body"],
    ["a part that is not known", KEY, { ...layout, note: "the man at the gate" }, "body.note"],
    ["words in place of a column", KEY, { ...layout, hidden: ["the gate"] }, "body.hidden.0"],
    ["too narrow a column", KEY, { ...layout, widths: { title: 47 } }, "body.widths.title"],
    ["too wide a column", KEY, { ...layout, widths: { title: 901 } }, "body.widths.title"],
    ["half a pixel", KEY, { ...layout, widths: { title: 100.5 } }, "body.widths.title"],
    ["columns without end", KEY, { ...layout, order: many(61) }, "body.order"],
    ["more than 4 kB", KEY, { ...layout, order: many(60), hidden: many(60) }, "body"],
  ])("refuses %s, naming the field", async (_, key, body, path) => {
    const response = await save("investigator", key, body);
    expect(response.status).toBe(422);
    const { fields } = (await response.json()) as { fields: { path: string }[] };
    expect(fields.map((field) => field.path)).toEqual([path]);
    expect(await world.fresh.store.read.$count(preferences)).toBe(0);
  });

  it("is as usual where what is kept cannot be read any more", async () => {
    expect((await save("investigator", KEY, layout)).status).toBe(200);
    await world.fresh.store.transact((tx) => tx.update(preferences).set({ body: { columns: "old" } }));
    expect(await kept("investigator")).toBeNull();
  });
});
