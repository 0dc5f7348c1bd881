/** What only the program itself does, on somebody's behalf, is no door: not for administrators, and not for oneself. */
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { auditEvents, factors } from "#db/schema/index.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { commandSpecimens } from "#lib/testing/specimens/index.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { commandDoor } from "./door.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
beforeAll(async () => {
  world = await aWorld();
  for (const key of ["administrator", "investigator"] as const)
    await world.do(key, addTotp, await anApp(world, TEST_SECRET, key));
});
afterAll(() => world.close());

const kept = async () => {
  const { read } = world.fresh.store;
  return [await read.select().from(factors), await read.$count(auditEvents)];
};

it.each([
  "account.create",
  "account.grantRole",
  "factor.forget",
  "invitation.accept",
  "invitation.mail",
  "invitation.failMail",
  "contact.usePermit",
  "member.handOver",
  "session.begin",
  "record.shred",
  "keys.change",
])("no request carries out %s, whoever sends it", async (name) => {
  const input = await commandSpecimens.find(({ command }) => command.name === name)?.input(world);
  expect(input).toBeDefined();
  for (const key of ["administrator", "investigator"] as const) {
    cookie.sid = await signedIn(world, key);
    const before = await kept();
    const request = new Request("http://localhost:3000/api", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ input, requestId: crypto.randomUUID() }),
    });
    expect((await commandDoor(name, request)).status).toBe(404);
    expect(await kept()).toEqual(before);
  }
});
