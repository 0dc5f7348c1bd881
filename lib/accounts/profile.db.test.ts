import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents } from "#db/schema/index.ts";
import { localeDoor } from "#lib/api/locale.ts";
import { maybeSignedIn } from "#lib/auth/sessions.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { DEFAULT_PREFERENCES } from "#lib/i18n/preferences.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { setProfile } from "./commands/set-profile.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

/** What a fresh browser finds after signing in. */
const inNewBrowser = async (key: "investigator" | "reviewer") =>
  (await maybeSignedIn(await signedIn(world, key)))?.preferences;

it("follows the person to a new browser, part by part, and nobody else", async () => {
  expect(await inNewBrowser("investigator")).toEqual(DEFAULT_PREFERENCES);
  await world.do("investigator", setProfile, { locale: "ar", calendar: "hijri", timeZone: "Europe/Berlin" });
  await world.do("investigator", setProfile, { singleKeys: false });
  expect(await inNewBrowser("investigator")).toEqual({
    ...DEFAULT_PREFERENCES,
    locale: "ar",
    calendar: "hijri",
    timeZone: "Europe/Berlin",
    singleKeys: false,
  });
  expect(await inNewBrowser("reviewer")).toEqual(DEFAULT_PREFERENCES);
  const acts = await world.fresh.store.read.select({ act: auditEvents.act }).from(auditEvents);
  expect(acts.filter(({ act }) => act === setProfile.name)).toHaveLength(2);
});

it("is also what the switch of languages sets", async () => {
  cookie.sid = await signedIn(world, "investigator");
  const body = new URLSearchParams({ locale: "ar", to: "/cases" });
  const answer = await localeDoor(new Request("http://localhost:3000/api/locale", { method: "POST", body }));
  expect([answer.status, answer.headers.get("set-cookie")]).toEqual([303, expect.stringContaining("=ar;")]);
  expect((await inNewBrowser("investigator"))?.locale).toBe("ar");
});

it("refuses a zone that no clock knows, and names the field", async () => {
  const wrong = world.do("investigator", setProfile, { timeZone: "Mars/Olympus" });
  await expect(wrong).rejects.toEqual(new Invalid([{ path: "timeZone", code: "time_zone" }]));
  expect(await inNewBrowser("investigator")).toEqual(DEFAULT_PREFERENCES);
});
