import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, factors, sessions } from "#db/schema/index.ts";
import { changePassword } from "#lib/accounts/commands/change-password.ts";
import { SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { renewRecoveryCodes } from "#lib/factors/commands/renew-recovery-codes.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { maybeSignedIn } from "./sessions.ts";
import { checkPassword, finishSignIn } from "./sign-in.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const NAME = "investigator";
const PASSWORD = "a long password for investigator";
const REASON = "left the team";
const HALF_A_MINUTE_MS = 30_000;
const WRONG = "000000";

const sessionCount = () => world.fresh.store.read.$count(sessions);
const codeNow = () => codeAt(TEST_SECRET, world.now());
const connect = async () => world.do("investigator", addTotp, await anApp(world));

/** The ticket that the right password gives. */
async function aTicket(name = NAME, password = PASSWORD) {
  const outcome = await checkPassword(name, password);
  if (!outcome.ok) throw new Error(outcome.rule);
  return outcome;
}
const finish = async (code: string, more: { ticket?: string; offer?: string; replaces?: string } = {}) =>
  finishSignIn({
    ticket: more.ticket ?? (await aTicket()).ticket,
    code,
    passkey: null,
    offer: more.offer ?? null,
    replaces: more.replaces ?? null,
  });
const ruleOf = (outcome: { ok: true } | { ok: false; rule: string }) => (outcome.ok ? "ok" : outcome.rule);

describe("the password", () => {
  it("begins no session", async () => {
    await connect();
    const outcome = await aTicket(` ${NAME.toUpperCase()} `);
    expect(outcome).toMatchObject({
      next: { kind: "code" },
      accountId: world.person("investigator").accountId,
    });
    expect(await sessionCount()).toBe(0);
    expect(await maybeSignedIn(outcome.ticket)).toBeNull();
  });

  it("says the same of a wrong one, an unknown name and a disabled account, and records each", async () => {
    const { accountId } = world.person("reviewer");
    await world.do("administrator", disableAccount, { accountId, version: 1, reason: REASON });
    const failed = { ok: false, rule: "sign_in.failed" };
    expect(await checkPassword(NAME, "a wrong password")).toEqual(failed);
    expect(await checkPassword("nobody", PASSWORD)).toEqual(failed);
    expect(await checkPassword("reviewer", "a long password for reviewer")).toEqual(failed);
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    expect(events.filter(({ body }) => body.includes('"sign_in.failed"'))).toHaveLength(3);
    expect(JSON.stringify(events)).not.toContain("nobody");
  });

  it("waits after the fifth wrong one, the right one too, and for no other name", async () => {
    for (let n = 0; n < 5; n++) expect(ruleOf(await checkPassword(NAME, "wrong"))).toBe("sign_in.failed");
    expect(ruleOf(await checkPassword(NAME, PASSWORD))).toBe("sign_in.wait");
    expect((await checkPassword("reviewer", "a long password for reviewer")).ok).toBe(true);
    world.pass(2_001);
    expect(ruleOf(await checkPassword(NAME, "wrong"))).toBe("sign_in.failed");
    world.pass(2_001);
    expect(ruleOf(await checkPassword(NAME, PASSWORD))).toBe("sign_in.wait");
    world.pass(2_001);
    expect((await checkPassword(NAME, PASSWORD)).ok).toBe(true);
    expect(ruleOf(await checkPassword(NAME, "wrong"))).toBe("sign_in.failed");
  });

  it("lets twelve wrong ones sent at once be no way around the wait", async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => checkPassword(NAME, "wrong")));
    const rules = outcomes.map(ruleOf);
    expect(rules.filter((rule) => rule === "sign_in.failed")).toHaveLength(5);
    expect(rules.filter((rule) => rule === "sign_in.wait")).toHaveLength(7);
  });
});

describe("an account without a second factor", () => {
  it("gets one with its first code, and a session of eight hours", async () => {
    const { ticket, next } = await aTicket();
    if (next.kind !== "first") throw new Error("there is a factor");
    const { offer, secret } = next.offer;
    expect(await finish(WRONG, { ticket, offer })).toEqual({ ok: false, rule: "sign_in.code" });
    expect(await sessionCount()).toBe(0);
    const signedIn = await finish(codeAt(secret, world.now()), { ticket, offer });
    expect(signedIn).toMatchObject({ ok: true, accountId: world.person("investigator").accountId });
    const [row] = await world.fresh.store.read.select().from(sessions);
    expect(row).toMatchObject({ expiresAt: world.now() + SESSION_MS_MAX, factor: "totp" });
    expect((await aTicket()).next).toEqual({ kind: "code", byApp: true, passkey: null });
  });

  it("takes no offer that was made up, or made too long ago", async () => {
    const { ticket, next } = await aTicket();
    if (next.kind !== "first") throw new Error("there is a factor");
    const { offer, secret } = next.offer;
    expect(ruleOf(await finish(codeNow(), { ticket, offer: `${offer}x`.slice(2) }))).toBe("sign_in.over");
    expect(ruleOf(await finish(codeNow(), { ticket }))).toBe("sign_in.over");
    world.pass(31 * 60_000);
    expect(ruleOf(await finish(codeAt(secret, world.now()), { offer }))).toBe("sign_in.over");
    expect(await sessionCount()).toBe(0);
  });

  it("gets the first of two that come at once, and the other browser hears of it", async () => {
    const both = await Promise.all([aTicket(), aTicket()]);
    const answers = await Promise.all(
      both.map(({ ticket, next }) => {
        if (next.kind !== "first") throw new Error("there is a factor");
        return finish(codeAt(next.offer.secret, world.now()), { ticket, offer: next.offer.offer });
      }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.map(ruleOf)).toContainEqual(expect.stringMatching(/^sign_in\.(over|other)$/));
    expect(await world.fresh.store.read.$count(factors)).toBe(1);
    const { ticket, next } = both[0]!;
    const late = next.kind === "first" ? next.offer.offer : "";
    expect(ruleOf(await finish(codeNow(), { ticket, offer: late }))).toBe("sign_in.other");
  });

  it("connects nothing twice, and nothing that was offered to somebody else", async () => {
    const app = await anApp(world);
    await expect(world.do("reviewer", addTotp, app)).rejects.toEqual(new NotFound());
    const twice = await Promise.allSettled([
      world.do("investigator", addTotp, app),
      world.do("investigator", addTotp, app),
    ]);
    expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("keeps its secret sealed", async () => {
    await connect();
    expect(JSON.stringify(await world.fresh.store.read.select().from(factors))).not.toContain(TEST_SECRET);
  });
});

describe("the second factor", () => {
  beforeEach(async () => {
    await connect();
    world.pass(2 * HALF_A_MINUTE_MS);
  });

  it("begins a session, which the log knows by it", async () => {
    const outcome = await finish(codeNow());
    if (!outcome.ok) throw new Error(outcome.rule);
    expect((await maybeSignedIn(outcome.sessionId))?.caller.auth).toBe("totp");
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    expect(JSON.parse(events.at(-1)!.body)).toMatchObject({ act: "session.begin", auth: "totp" });
  });

  it("is taken once, also from two browsers at once, and in Arabic digits with spaces", async () => {
    const { ticket } = await aTicket();
    const code = codeNow();
    const twice = await Promise.all([finish(code, { ticket }), finish(code, { ticket })]);
    expect(twice.map(ruleOf).toSorted()).toEqual(["ok", "sign_in.code"]);
    world.pass(HALF_A_MINUTE_MS);
    expect(ruleOf(await finish(code))).toBe("sign_in.code");
    const arabic = codeNow().replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    expect(ruleOf(await finish(`${arabic.slice(0, 3)} ${arabic.slice(3)}`))).toBe("ok");
  });

  it("counts half a minute early and late, and no longer", async () => {
    const early = codeAt(TEST_SECRET, world.now() + HALF_A_MINUTE_MS);
    const tooEarly = codeAt(TEST_SECRET, world.now() + 2 * HALF_A_MINUTE_MS);
    expect(ruleOf(await finish(tooEarly))).toBe("sign_in.code");
    const late = codeNow();
    world.pass(2 * HALF_A_MINUTE_MS);
    expect(ruleOf(await finish(late))).toBe("sign_in.code");
    expect(ruleOf(await finish(early))).toBe("ok");
  });

  it("leaves an entry of its own when it is wrong: the password was right", async () => {
    await finish(WRONG);
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    expect(JSON.parse(events.at(-1)!.body)).toMatchObject({ dec: "deny", rules: ["sign_in.code"] });
  });

  it("waits after the fifth wrong one, whatever password comes with it, and for nobody else", async () => {
    const { ticket } = await aTicket();
    for (let n = 0; n < 5; n++) expect(ruleOf(await finish(WRONG, { ticket }))).toBe("sign_in.code");
    expect(ruleOf(await finish(codeNow()))).toBe("sign_in.wait");
    world.pass(2_001);
    expect(ruleOf(await finish(codeNow()))).toBe("ok");
  });

  it("is asked for with a ticket of the last minutes only, and of the account as it is", async () => {
    expect(ruleOf(await finish(codeNow(), { ticket: "made up" }))).toBe("sign_in.over");
    const { ticket } = await aTicket();
    world.pass(11 * 60_000);
    expect(ruleOf(await finish(codeNow(), { ticket }))).toBe("sign_in.over");
    const fresh = (await aTicket()).ticket;
    await world.do("investigator", changePassword, { password: "other words that are long" });
    expect(ruleOf(await finish(codeNow(), { ticket: fresh }))).toBe("sign_in.over");
    const { accountId } = world.person("investigator");
    const other = (await aTicket(NAME, "other words that are long")).ticket;
    await world.do("administrator", disableAccount, { accountId, version: 2, reason: REASON });
    expect(ruleOf(await finish(codeNow(), { ticket: other }))).toBe("sign_in.over");
    expect(await sessionCount()).toBe(0);
  });

  it("replaces the session that the browser had, and nobody else's", async () => {
    const first = await finish(codeNow());
    world.pass(HALF_A_MINUTE_MS);
    if (!first.ok) throw new Error(first.rule);
    expect(ruleOf(await finish(codeNow(), { replaces: first.sessionId }))).toBe("ok");
    expect(await maybeSignedIn(first.sessionId)).toBeNull();
    await world.do("reviewer", addTotp, await anApp(world, TEST_SECRET, "reviewer"));
    world.pass(HALF_A_MINUTE_MS);
    const other = await finish(codeNow(), {
      ticket: (await aTicket("reviewer", "a long password for reviewer")).ticket,
    });
    if (!other.ok) throw new Error(other.rule);
    world.pass(HALF_A_MINUTE_MS);
    expect(ruleOf(await finish(codeNow(), { replaces: other.sessionId }))).toBe("ok");
    expect(await maybeSignedIn(other.sessionId)).not.toBeNull();
  });
});

describe("a recovery code", () => {
  const codesOf = async () => (await world.ask("investigator", readRecoveryCodes, {})).codes;

  it("signs in once, however it is typed, and is gone from the list", async () => {
    await connect();
    const [first = "", second = ""] = await codesOf();
    expect(await codesOf()).toHaveLength(10);
    expect(ruleOf(await finish(` ${first.toLowerCase().replace("-", " ")} `))).toBe("ok");
    expect(ruleOf(await finish(first))).toBe("sign_in.code");
    expect(await codesOf()).toHaveLength(9);
    expect(await codesOf()).not.toContain(first);
    const [row] = await world.fresh.store.read.select().from(sessions);
    expect(row?.factor).toBe("recovery");
    await world.do("investigator", renewRecoveryCodes, {});
    expect(ruleOf(await finish(second))).toBe("sign_in.code");
    expect(new Set([...(await codesOf()), second]).size).toBe(11);
  });

  it("is another person's for nobody, and stands in no table", async () => {
    await connect();
    await world.do("reviewer", addTotp, await anApp(world, TEST_SECRET, "reviewer"));
    const [code = ""] = (await world.ask("reviewer", readRecoveryCodes, {})).codes;
    expect(ruleOf(await finish(code))).toBe("sign_in.code");
    expect(await codesOf()).not.toContain(code);
  });
});
