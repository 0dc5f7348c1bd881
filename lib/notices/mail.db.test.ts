import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents, mails } from "#db/schema/index.ts";
import { aMailServer, type MailServer, textOf } from "#lib/testing/mail-server.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { markRead } from "./acts.ts";
import { setNotices } from "./commands/set-notices.ts";
import { sendDueMails } from "./jobs.ts";

const ADDRESS = "reviewer@house.example";
const MINUTE_MS = 60_000;

let world: World;
let smtp: MailServer;
beforeEach(async () => {
  world = await aWorld();
  smtp = await aMailServer();
  vi.stubEnv("ATTEST_SMTP_URL", `smtp://127.0.0.1:${smtp.port}`);
  vi.stubEnv("ATTEST_SMTP_FROM", "attest@house.example");
  vi.stubEnv("ATTEST_URL", "https://attest.house.example");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await smtp.close();
  await world.close();
});

const wants = (mail = true) => world.do("reviewer", setNotices, { muted: [], email: ADDRESS, mail });
const mention = () => aComment(world, { mentions: ["reviewer"] });

it("says that something waits and where, and nothing of what, who or which case", async () => {
  await wants();
  await mention();
  await sendDueMails();
  expect(smtp.kept).toEqual([]); // a moment, in which more may happen
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.kept).toHaveLength(1);
  const [mail = ""] = smtp.kept;
  expect(mail).toContain(ADDRESS);
  const said = textOf(mail);
  expect(said).toContain("Something in Attest waits for you");
  expect(said).toContain("https://attest.house.example");
  for (const secret of [world.marked("").trim(), "Demo", world.caseId, "I-", "gate"])
    expect(mail + said, secret).not.toContain(secret);
});

it("is one for much that happens, and another only after an hour", async () => {
  await wants();
  for (let n = 0; n < 3; n++) await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.kept).toHaveLength(1);
  world.pass(60 * MINUTE_MS);
  await sendDueMails();
  await sendDueMails();
  expect(smtp.kept).toHaveLength(2);
});

it("is tried again, later each time, when the server does not take it", async () => {
  await wants();
  await mention();
  smtp.says("451 later");
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  await sendDueMails(); // not due yet
  expect(smtp.reached()).toBe(1);
  smtp.says(null);
  world.pass(MINUTE_MS);
  await sendDueMails();
  expect(smtp.kept).toHaveLength(1);
});

it("does not leave for what was read meanwhile, nor for who does not want it", async () => {
  await wants();
  await mention();
  await markRead(world.person("reviewer"), { all: true });
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  await wants(false);
  await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.reached()).toBe(0);
});

it("is neither queued nor attempted where no server is set", async () => {
  vi.stubEnv("ATTEST_SMTP_URL", "");
  await wants();
  await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.reached()).toBe(0);
  expect(await world.fresh.store.read.select().from(mails)).toEqual([]);
});

it("goes to an address that no entry of the log holds", async () => {
  await wants();
  const log = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
  expect(JSON.stringify(log)).not.toContain(ADDRESS);
  const bad = world.do("reviewer", setNotices, { muted: [], email: "a@b@c", mail: true });
  await expect(bad).rejects.toMatchObject({ fields: [{ path: "email", code: "not_an_address" }] });
  const none = world.do("reviewer", setNotices, { muted: [], email: null, mail: true });
  await expect(none).rejects.toMatchObject({ fields: [{ path: "email", code: "required" }] });
});

it("tells nobody of what they do not want to know", async () => {
  await world.do("reviewer", setNotices, { muted: ["mentioned"], email: ADDRESS, mail: true });
  await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.reached()).toBe(0);
});
