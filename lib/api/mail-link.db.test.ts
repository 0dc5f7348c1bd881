/** The link of an invitation by mail, against a mail server that runs here. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { approveRecovery } from "#lib/accounts/commands/approve-recovery.ts";
import { invite } from "#lib/accounts/commands/invite.ts";
import { inviteAgain } from "#lib/accounts/commands/invite-again.ts";
import { withdrawInvitation } from "#lib/accounts/commands/withdraw-invitation.ts";
import { readLink } from "#lib/accounts/queries/read-link.ts";
import { LINK_MS_MAX } from "#lib/accounts/rules/invitation-link.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { sent } from "#lib/testing/door-specimens.ts";
import { eventsSince, everything } from "#lib/testing/everything.ts";
import { aMailServer, type MailServer, textOf } from "#lib/testing/mail-server.ts";
import { aRecovery } from "#lib/testing/specimens/invitations.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { mailLinkDoor } from "./mail-link.ts";
import { welcomeDoor } from "./welcome.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

const ADDRESS = "zq-guest@house.example";
const URL_HERE = "https://attest.house.example";
const MINUTE_MS = 60_000;

let world: World;
let smtp: MailServer;
const printed = vi.spyOn(console, "error").mockImplementation(() => undefined);
beforeEach(async () => {
  printed.mockClear();
  world = await aWorld();
  smtp = await aMailServer();
  vi.stubEnv("ATTEST_SMTP_URL", `smtp://127.0.0.1:${smtp.port}`);
  vi.stubEnv("ATTEST_SMTP_FROM", "attest@house.example");
  vi.stubEnv("ATTEST_URL", URL_HERE);
  vi.stubEnv("ATTEST_IDLE_MINUTES", "60");
  cookie.sid = await signedIn(world, "administrator");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await smtp.close();
  await world.close();
});

const PERSON = { name: "zq-account", displayName: "Zq Person" };
const somebody = () => world.do("administrator", invite, PERSON);
const shown = (invitationId: string) => world.ask("administrator", readLink, { invitationId });

async function mail(invitationId: string, email = ADDRESS, requestId: string = crypto.randomUUID()) {
  const answer = await mailLinkDoor(sent("POST", { input: { invitationId, email }, requestId }));
  return { status: answer.status, text: await answer.text() };
}
const no = (status: number, rule: string) => ({ status, text: said(rule) });
const said = (rule: string): unknown => expect.stringContaining(`"${rule}"`);

/** The acts with mails that are on record, in their order. */
const acts = async () =>
  (await eventsSince(world, 0))
    .filter(({ act, dec }) => dec === "allow" && /^invitation\.(mail|failMail)$/.test(act))
    .map(({ act }) => act);

describe("the link of an invitation", () => {
  it("goes to one address, in both languages, with no name, role or case, and is on record", async () => {
    const { invitationId } = await somebody();
    const { link, byMail } = await shown(invitationId);
    expect(byMail).toBe(true);
    expect(await mail(invitationId)).toEqual({ status: 200, text: '{"result":{}}' });
    expect(smtp.kept).toHaveLength(1);
    const [whole = ""] = smtp.kept;
    expect(whole.match(/^(?:To|Cc|Bcc):.*$/gim)).toEqual([`To: ${ADDRESS}`]);
    const text = textOf(whole);
    expect(text).toContain(`\n${link}\n`);
    expect(text).toContain("You are invited");
    expect(text).toContain("أنت مدعو");
    for (const secret of [PERSON.name, PERSON.displayName, "administrator", "Demo", world.caseId])
      expect(whole + text, secret).not.toContain(secret);
    expect(await acts()).toEqual(["invitation.mail"]);
  });

  it("and the address it went to stand in no table and no log, whether or not it was taken", async () => {
    const { invitationId } = await somebody();
    const { link } = await shown(invitationId);
    await mail(invitationId);
    smtp.says(`550 no ${ADDRESS} here`);
    await mail(invitationId);
    await mail(invitationId, `${ADDRESS}, another@house.example`);
    const secret = link.slice(link.lastIndexOf(".") + 1);
    const [rows, log] = [await everything(world), JSON.stringify(printed.mock.calls)];
    expect(rows).toContain(PERSON.name); // it is looked for where something is
    expect(log).toContain("mail.sent");
    for (const hidden of [ADDRESS, secret]) expect(rows + log).not.toContain(hidden);
  });

  it("is one mail of one request, however often it comes", async () => {
    const { invitationId } = await somebody();
    const requestId = crypto.randomUUID();
    const again = () => mail(invitationId, ADDRESS, requestId);
    const goOn = smtp.waits();
    const both = [again(), again()];
    await vi.waitUntil(() => smtp.reached() > 0);
    goOn();
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await again()).status).toBe(200);
    expect(smtp.kept).toHaveLength(1);
    expect(await acts()).toEqual(["invitation.mail"]);
    smtp.says("451 later");
    const refused = crypto.randomUUID();
    for (let n = 0; n < 2; n++)
      expect(await mail(invitationId, ADDRESS, refused)).toMatchObject(no(502, "mail.not_taken"));
    expect(await acts()).toEqual(["invitation.mail", "invitation.mail", "invitation.failMail"]);
  });

  it("that the server does not take is told in words of ours, opens still, and can be mailed again", async () => {
    const { invitationId } = await somebody();
    const { link } = await shown(invitationId);
    smtp.says("550 5.1.1 zq-words of the server");
    const refused = await mail(invitationId);
    expect(refused).toMatchObject(no(502, "mail.not_taken"));
    expect(refused.text).not.toContain("zq");
    vi.stubEnv("ATTEST_SMTP_URL", "smtp://127.0.0.1:1");
    expect(await mail(invitationId)).toMatchObject(no(502, "mail.not_taken"));
    expect(await shown(invitationId)).toMatchObject({ link });
    smtp.says(null);
    vi.stubEnv("ATTEST_SMTP_URL", `smtp://127.0.0.1:${smtp.port}`);
    expect((await mail(invitationId)).status).toBe(200);
    const failed = ["invitation.mail", "invitation.failMail"];
    expect(await acts()).toEqual([...failed, ...failed, "invitation.mail"]);
  });

  it("keeps nobody waiting while the server thinks", async () => {
    const { invitationId } = await somebody();
    const goOn = smtp.waits();
    const going = mail(invitationId);
    await vi.waitUntil(() => smtp.reached() > 0);
    await world.do("administrator", invite, { name: "another", displayName: "Another" });
    expect(await acts()).toEqual(["invitation.mail"]);
    expect(smtp.kept).toEqual([]);
    goOn();
    expect((await going).status).toBe(200);
  });

  it("leaves for another machine under encryption alone", async () => {
    const { invitationId } = await somebody();
    // This machine under a name that is not known to be its own.
    vi.stubEnv("ATTEST_SMTP_URL", `smtp://[::ffff:127.0.0.1]:${smtp.port}`);
    expect(await mail(invitationId)).toMatchObject(no(502, "mail.not_taken"));
    expect([smtp.reached(), smtp.kept.length]).toEqual([1, 0]);
  });
});

describe("nothing is mailed", () => {
  it.each([
    "",
    "nobody",
    "a@b",
    "a@b.example, c@d.example",
    "a@b.example;c@d.example",
    "a@b.example c@d.example",
    "a@b.example\r\nBcc: e@f.example",
    "a@b.example\n",
    "Somebody <a@b.example>",
    '"a b"@c.example',
    "a\u202e@b.example",
    "\u200fa@b.example",
    "a\u0000@b.example",
    "a@münchen.example",
    "ضيف@b.example",
    `${"a".repeat(200)}@b.example`,
  ])("to %j, and the field is named", async (email) => {
    const { invitationId } = await somebody();
    const { status, text } = await mail(invitationId, email);
    expect(status).toBe(422);
    const { fields } = JSON.parse(text) as { fields: { path: string }[] };
    expect([...new Set(fields.map(({ path }) => path))]).toEqual(["email"]);
    expect([smtp.reached(), await acts()]).toEqual([0, []]);
  });

  it("of a link that is over, nor of one's own", async () => {
    const { invitationId, id } = await somebody();
    const { invitationId: second } = await world.do("administrator", inviteAgain, { accountId: id });
    const absent = no(404, "not_found");
    expect(await mail(invitationId)).toMatchObject(absent); // replaced
    await world.do("administrator", withdrawInvitation, { invitationId: second });
    expect(await mail(second)).toMatchObject(absent);
    const { invitationId: third } = await world.do("administrator", inviteAgain, { accountId: id });
    const token = (await shown(third)).link.split("#")[1];
    const used = await welcomeDoor(sent("POST", { token, password: "other words that are long" }));
    expect(used.status).toBe(200);
    expect(await mail(third)).toMatchObject(absent);
    const { humanId } = world.person("administrator");
    const own = await world.do("administrator", invite, { name: "admin.second", humanId });
    expect(await mail(own.invitationId)).toMatchObject(absent);
    const late = await world.do("administrator", invite, { name: "late", displayName: "Late" });
    world.pass(LINK_MS_MAX + 1);
    cookie.sid = await signedIn(world, "administrator");
    expect(await mail(late.invitationId)).toMatchObject(absent);
    expect([smtp.reached(), await acts()]).toEqual([0, []]);
  });

  it("of a link that lets somebody in again, before or after the second administrator", async () => {
    const { invitationId } = await aRecovery(world, "investigator");
    expect(await mail(invitationId)).toMatchObject(no(409, "recovery.waits"));
    await world.do("administrator", approveRecovery, { invitationId });
    expect(await mail(invitationId)).toMatchObject(no(409, "invitation.by_hand"));
    expect((await shown(invitationId)).byMail).toBe(false);
    expect([smtp.reached(), await acts()]).toEqual([0, []]);
  });

  it("where no server is set, and none of it is offered", async () => {
    vi.stubEnv("ATTEST_SMTP_URL", "");
    const { invitationId } = await somebody();
    expect((await shown(invitationId)).byMail).toBe(false);
    expect(await mail(invitationId)).toMatchObject(no(409, "mail.not_set"));
    expect([smtp.reached(), await acts()]).toEqual([0, []]);
  });

  it("by who has not just signed in, nor by who may not invite", async () => {
    const { invitationId } = await somebody();
    world.pass(16 * MINUTE_MS);
    expect(await mail(invitationId)).toMatchObject(no(403, "session.prove_again"));
    cookie.sid = await signedIn(world, "legal_officer");
    expect(await mail(invitationId)).toMatchObject(no(404, "not_found"));
    expect(smtp.reached()).toBe(0);
  });
});

it("a domain in other letters is taken in its Latin form", async () => {
  const { invitationId } = await somebody();
  expect((await mail(invitationId, "a@xn--e1afmkfd.xn--p1ai")).status).toBe(200);
  expect(smtp.kept).toHaveLength(1);
});
