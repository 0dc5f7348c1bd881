import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents, mails } from "#db/schema/index.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { markRead } from "./acts.ts";
import { setNotices } from "./commands/set-notices.ts";
import { sendDueMails } from "./jobs.ts";

const ADDRESS = "reviewer@house.example";
const MINUTE_MS = 60_000;

/** A mail server of the least kind: it takes every mail, or refuses each, and keeps what it was told. */
function aMailServer() {
  const kept: string[] = [];
  const state = { refuses: false, reached: 0 };
  const server: Server = createServer((socket) => {
    state.reached += 1;
    let body: string | null = null;
    socket.write("220 here\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      for (const line of chunk.toString("utf8").split("\r\n").slice(0, -1)) {
        if (body !== null && line === ".") {
          kept.push(body);
          body = null;
          socket.write("250 taken\r\n");
        } else if (body !== null) body += `${line}\n`;
        else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else if (/^RCPT/i.test(line) && state.refuses) socket.write("451 later\r\n");
        else if (/^DATA/i.test(line)) {
          body = "";
          socket.write("354 go on\r\n");
        } else socket.write("250 ok\r\n");
      }
    });
  });
  return { server, kept, state };
}

let world: World;
let smtp: ReturnType<typeof aMailServer>;
beforeEach(async () => {
  world = await aWorld();
  smtp = aMailServer();
  smtp.server.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const { port } = smtp.server.address() as AddressInfo;
  vi.stubEnv("ATTEST_SMTP_URL", `smtp://127.0.0.1:${port}`);
  vi.stubEnv("ATTEST_SMTP_FROM", "attest@house.example");
  vi.stubEnv("ATTEST_URL", "https://attest.house.example");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  smtp.server.close();
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
  const [, ...text] = mail.split("\n\n");
  const said = decoded(mail, text.join("\n\n"));
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
  smtp.state.refuses = true;
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  await sendDueMails(); // not due yet
  expect(smtp.state.reached).toBe(1);
  smtp.state.refuses = false;
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
  expect(smtp.state.reached).toBe(0);
});

it("is neither queued nor attempted where no server is set", async () => {
  vi.stubEnv("ATTEST_SMTP_URL", "");
  await wants();
  await mention();
  world.pass(2 * MINUTE_MS);
  await sendDueMails();
  expect(smtp.state.reached).toBe(0);
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
  expect(smtp.state.reached).toBe(0);
});

/** The text of a mail as it is read, whichever way it was written for the wire. */
function decoded(mail: string, text: string): string {
  if (/base64/i.test(mail)) return Buffer.from(text.replaceAll("\n", ""), "base64").toString("utf8");
  return Buffer.from(
    text
      .replaceAll("=\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
