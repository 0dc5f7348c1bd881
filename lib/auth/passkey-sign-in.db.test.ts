import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, factors, sessions } from "#db/schema/index.ts";
import { changePassword } from "#lib/accounts/commands/change-password.ts";
import { addPasskey } from "#lib/factors/commands/add-passkey.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { retireFactor } from "#lib/factors/commands/retire-factor.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { aPasskey, type Odd } from "#lib/factors/testing/authenticator.ts";
import type { ShownPasskey } from "#lib/factors/vocabulary.ts";
import { aMadePasskey, anApp } from "#lib/testing/specimens/factors.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { maybeSignedIn } from "./sessions.ts";
import { checkPassword, finishSignIn } from "./sign-in.ts";

let world: World;
let passkey: ReturnType<typeof aPasskey>;
let factorId: string;
beforeEach(async () => {
  world = await aWorld();
  passkey = aPasskey();
  factorId = await connect("investigator", passkey);
});
afterEach(() => world.close());

const connect = async (as: PersonKey, one: ReturnType<typeof aPasskey>) =>
  (await world.do(as, addPasskey, await aMadePasskey(world, as, one))).id;
const sessionCount = () => world.fresh.store.read.$count(sessions);
const ruleOf = (outcome: { ok: true } | { ok: false; rule: string }) => (outcome.ok ? "ok" : outcome.rule);

/** The ticket that the right password gives, and what is asked for with it. Each is of a moment of its own. */
async function asked(as: PersonKey = "investigator", password = `a long password for ${as}`) {
  world.pass(1);
  const outcome = await checkPassword(as, password);
  if (!outcome.ok || outcome.next.kind !== "code" || !outcome.next.passkey) throw new Error("no passkey");
  return { ticket: outcome.ticket, request: outcome.next.passkey, byApp: outcome.next.byApp };
}
const finish = (ticket: string, shown: ShownPasskey | null, code = "") =>
  finishSignIn({ ticket, code, passkey: shown, offer: null, replaces: null });
/** Signs in with what the passkey answers to a fresh request. */
async function show(odd: Odd = {}) {
  const { ticket, request } = await asked();
  return finish(ticket, passkey.shown(request.challenge, odd));
}

describe("a passkey as the second step", () => {
  it("is asked for by name, after the password alone", async () => {
    const { request, byApp } = await asked();
    expect(byApp).toBe(false);
    expect(request).toMatchObject({
      rpId: "localhost",
      userVerification: "required",
      allowCredentials: [{ type: "public-key", id: passkey.id }],
    });
    expect((await asked()).request.challenge).not.toBe(request.challenge);
    expect((await checkPassword("investigator", "wrong")).ok).toBe(false);
    expect(await sessionCount()).toBe(0);
  });

  it("begins a session, which the log knows by it", async () => {
    const outcome = await show();
    if (!outcome.ok) throw new Error(outcome.rule);
    expect((await maybeSignedIn(outcome.sessionId))?.caller.auth).toBe("passkey");
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    expect(JSON.parse(events.at(-1)!.body)).toMatchObject({ act: "session.begin", auth: "passkey" });
    const [row] = await world.fresh.store.read.select().from(factors);
    expect(row?.usedAt).toBe(world.now());
  });

  it.each<[string, Odd]>([
    ["on another origin", { origin: "https://attest.example" }],
    ["on another port of this host", { origin: "http://localhost:4000" }],
    ["for another host", { rpId: "attest.example" }],
    ["by nobody whom the device knows", { unverified: true }],
  ])("is refused when it was shown %s", async (_, odd) => {
    expect(ruleOf(await show(odd))).toBe("sign_in.passkey");
    expect(await sessionCount()).toBe(0);
  });

  it("is taken once, also from two browsers at once, though it counts nothing", async () => {
    const { ticket, request } = await asked();
    const shown = passkey.shown(request.challenge);
    const twice = await Promise.all([finish(ticket, shown), finish(ticket, shown)]);
    expect(twice.map(ruleOf).toSorted()).toEqual(["ok", "sign_in.over"]);
    expect(ruleOf(await finish(ticket, shown))).toBe("sign_in.over");
    // Signed anew for the same challenge, it counts as little.
    expect(ruleOf(await finish(ticket, passkey.shown(request.challenge)))).toBe("sign_in.over");
    expect(ruleOf(await show())).toBe("ok");
    expect(ruleOf(await finish(ticket, shown))).toBe("sign_in.over");
    expect(await sessionCount()).toBe(2);
  });

  it("answers the challenge of its own ticket only, and within minutes", async () => {
    const first = await asked();
    const second = await asked();
    const shown = passkey.shown(first.request.challenge);
    expect(ruleOf(await finish(second.ticket, shown))).toBe("sign_in.passkey");
    expect(ruleOf(await finish(`${first.ticket}=`, shown))).toMatch(/^sign_in\.(?:over|passkey)$/);
    expect(ruleOf(await finish("made up", shown))).toBe("sign_in.over");
    world.pass(11 * 60_000);
    expect(ruleOf(await finish(first.ticket, shown))).toBe("sign_in.over");
    const third = await asked();
    await world.do("investigator", changePassword, { password: "other words that are long" });
    expect(ruleOf(await finish(third.ticket, passkey.shown(third.request.challenge)))).toBe("sign_in.over");
    expect(await sessionCount()).toBe(0);
  });

  it("is refused with one bit changed, and with what it said when it was made", async () => {
    const { ticket, request } = await asked();
    const shown = passkey.shown(request.challenge);
    const signature = Buffer.from(shown.signature, "base64url");
    signature[signature.length - 1]! ^= 1;
    const data = Buffer.from(shown.authenticatorData, "base64url");
    data[data.length - 1]! ^= 1;
    for (const wrong of [
      { ...shown, signature: signature.toString("base64url") },
      { ...shown, authenticatorData: data.toString("base64url") },
      { ...shown, clientDataJSON: passkey.made(request.challenge).clientDataJSON },
      { ...shown, signature: "AAAA" },
    ])
      expect(ruleOf(await finish(ticket, wrong))).toBe("sign_in.passkey");
  });

  it("is another person's for nobody", async () => {
    const other = aPasskey();
    await connect("reviewer", other);
    const { ticket, request } = await asked();
    expect(ruleOf(await finish(ticket, other.shown(request.challenge)))).toBe("sign_in.passkey");
    // Nor under the name of the right one.
    const shown = { ...other.shown(request.challenge), id: passkey.id };
    expect(ruleOf(await finish(ticket, shown))).toBe("sign_in.passkey");
    expect(ruleOf(await finish(ticket, passkey.shown(request.challenge)))).toBe("ok");
  });

  it("counts no more once it is retired, also for who was just asked for it", async () => {
    await world.do("investigator", addTotp, await anApp(world));
    const { ticket, request, byApp } = await asked();
    expect(byApp).toBe(true);
    await world.do("investigator", retireFactor, { factorId });
    expect(ruleOf(await finish(ticket, passkey.shown(request.challenge)))).toBe("sign_in.passkey");
    expect(await checkPassword("investigator", "a long password for investigator")).toMatchObject({
      next: { kind: "code", byApp: true, passkey: null },
    });
  });

  it("is refused when it counts and did not count on, as a copy would", async () => {
    expect(ruleOf(await show({ count: 5 }))).toBe("ok");
    expect(ruleOf(await show({ count: 5 }))).toBe("sign_in.passkey");
    expect(ruleOf(await show({ count: 4 }))).toBe("sign_in.passkey");
    expect(ruleOf(await show())).toBe("sign_in.passkey");
    expect(ruleOf(await show({ count: 6 }))).toBe("ok");
  });

  it("waits after the fifth wrong one, the right one and a recovery code too", async () => {
    const [code = ""] = (await world.ask("investigator", readRecoveryCodes, {})).codes;
    const { ticket, request } = await asked();
    const wrong = passkey.shown("AAAA");
    for (let n = 0; n < 5; n++) expect(ruleOf(await finish(ticket, wrong))).toBe("sign_in.passkey");
    expect(ruleOf(await finish(ticket, passkey.shown(request.challenge)))).toBe("sign_in.wait");
    expect(ruleOf(await finish(ticket, null, code))).toBe("sign_in.wait");
    world.pass(2_001);
    expect(ruleOf(await finish(ticket, passkey.shown(request.challenge)))).toBe("ok");
  });

  it("leaves the recovery codes to who has nothing else", async () => {
    const [code = ""] = (await world.ask("investigator", readRecoveryCodes, {})).codes;
    const { ticket } = await asked();
    expect(ruleOf(await finish(ticket, null, "000000"))).toBe("sign_in.code");
    expect(ruleOf(await finish(ticket, null, code))).toBe("ok");
  });
});
