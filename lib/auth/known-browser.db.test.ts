import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { auditEvents, signInThrottles } from "#db/schema/index.ts";
import { enterDoor } from "#lib/api/enter.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { checkPassword, finishSignIn } from "./sign-in.ts";
import { forgetOldTries } from "./throttle.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  for (const name of ["investigator", "reviewer"] as const)
    await world.do(name, addTotp, await anApp(world, SECRETS[name], name));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

const NAME = "investigator";
const PASSWORD = "a long password for investigator";
const DAY_MS = 24 * 60 * 60_000;

const ruleOf = (outcome: { ok: true } | { ok: false; rule: string }) => (outcome.ok ? "ok" : outcome.rule);
const entering = (name: string, password: string, cookie = "") =>
  enterDoor(
    new Request("http://localhost:3000/api/enter", {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify({ name, password }),
    }),
  );

const SECRETS = { investigator: TEST_SECRET, reviewer: "OTHERSECRETSOTHERSECRETSOTHERSEC" } as const;
type Name = keyof typeof SECRETS;
const passwordOf = (name: Name) => `a long password for ${name}`;
const proof = { offer: null, passkey: null, replaces: null };

async function ticketOf(name: Name, cookies: string | null = null): Promise<string> {
  const outcome = await checkPassword(name, passwordOf(name), cookies);
  if (!outcome.ok) throw new Error(outcome.rule);
  return outcome.ticket;
}

/** Signs in. @returns the `Set-Cookie` by which the browser is known */
async function signIn(name: Name): Promise<string> {
  world.pass(60_000); // no code is taken twice
  const code = codeAt(SECRETS[name], world.now());
  const outcome = await finishSignIn({ ...proof, ticket: await ticketOf(name), code, cookies: null });
  if (!outcome.ok) throw new Error(outcome.rule);
  return outcome.knownBy;
}

/** The cookie of a browser in which somebody signed in, as it sends it back. */
async function aKnownBrowser(name: Name = NAME): Promise<string> {
  const cookie = await signIn(name);
  return cookie.slice(0, cookie.indexOf(";"));
}

/** The same with one letter changed, in the middle. */
const flipped = (cookie: string): string =>
  cookie.slice(0, 60) + (cookie[60] === "A" ? "B" : "A") + cookie.slice(61);

/** Tries until that name has to wait. */
async function elsewhereTheyGuess(cookie = ""): Promise<void> {
  for (let n = 0; n < 5; n++) await entering(NAME, "wrong", cookie);
  expect(ruleOf(await checkPassword(NAME, PASSWORD, cookie))).toBe("sign_in.wait");
}

it("does not wait for what is guessed elsewhere, and waits for what is guessed in it", async () => {
  const known = await aKnownBrowser();
  await elsewhereTheyGuess();
  expect(ruleOf(await checkPassword(NAME, PASSWORD, `theme=dark; ${known}`))).toBe("ok");
  await elsewhereTheyGuess(known);
});

it("is known for one name only, to these keys, for ninety days, and by the whole of its cookie", async () => {
  const known = await aKnownBrowser();
  const ofAnother = await aKnownBrowser("reviewer");
  await elsewhereTheyGuess();
  for (const cookie of [ofAnother, flipped(known), known.slice(0, -4), "attest-known=", `not-${known}`])
    expect(ruleOf(await checkPassword(NAME, PASSWORD, cookie))).toBe("sign_in.wait");
  world.pass(91 * DAY_MS);
  await elsewhereTheyGuess();
  expect(ruleOf(await checkPassword(NAME, PASSWORD, known))).toBe("sign_in.wait");
});

it("is not made to wait either for codes that are guessed elsewhere with the password", async () => {
  const known = await aKnownBrowser();
  const ticket = await ticketOf(NAME);
  const finish = (code: string, cookies: string | null) => finishSignIn({ ...proof, ticket, code, cookies });
  for (let n = 0; n < 5; n++) await finish("000000", null);
  world.pass(60_000);
  for (let n = 0; n < 2; n++) await finish("000000", null);
  const code = codeAt(TEST_SECRET, world.now());
  expect(ruleOf(await finish(code, null))).toBe("sign_in.wait");
  expect(ruleOf(await finish(code, known))).toBe("ok");
});

it("is not to be had by the password alone, however often it is given", async () => {
  for (let n = 0; n < 3; n++) expect((await entering(NAME, PASSWORD)).headers.getSetCookie()).toEqual([]);
  const rules = [];
  for (let n = 0; n < 8; n++) {
    const ticket = await ticketOf(NAME);
    rules.push(ruleOf(await finishSignIn({ ...proof, ticket, code: "000000", cookies: null })));
  }
  expect(rules.slice(5)).toEqual(["sign_in.wait", "sign_in.wait", "sign_in.wait"]);
});

it("gets a cookie that scripts and other sites do not get, and that names nobody", async () => {
  const plain = await signIn(NAME);
  expect(plain).toMatch(/^attest-known=[\w.-]+; Path=\/; Max-Age=7776000; SameSite=Strict; HttpOnly$/);
  const value = plain.slice(plain.indexOf("=") + 1, plain.indexOf(";"));
  for (const text of [value, Buffer.from(value, "base64url").toString()]) expect(text).not.toContain(NAME);
  vi.stubEnv("ATTEST_URL", "https://attest.example");
  expect(await signIn(NAME)).toMatch(/^__Host-attest-known=.*; HttpOnly; Secure$/);
});

it("goes before a crowd of strangers, who are turned away when many wait and fill no log", async () => {
  const known = await aKnownBrowser();
  const before = await world.fresh.store.read.$count(auditEvents);
  const crowd = Array.from({ length: 200 }, (_, n) => checkPassword(`stranger-${n}`, "wrong"));
  const mine = checkPassword(NAME, PASSWORD, known);
  const first = await Promise.race([mine.then(() => "mine"), Promise.all(crowd).then(() => "the crowd")]);
  expect([first, ruleOf(await mine)]).toEqual(["mine", "ok"]);
  const rules = (await Promise.all(crowd)).map(ruleOf);
  expect(rules.filter((rule) => rule === "sign_in.busy").length).toBeGreaterThan(100);
  expect(rules.filter((rule) => rule === "sign_in.failed").length).toBeGreaterThan(10);
  expect((await world.fresh.store.read.$count(auditEvents)) - before).toBe(1);
});

it("leaves no trace of names that were made up two days ago", async () => {
  for (let n = 0; n < 6; n++) await checkPassword(`stranger-${n}`, "wrong");
  world.pass(DAY_MS / 2);
  await elsewhereTheyGuess();
  world.pass(DAY_MS * 0.75);
  await forgetOldTries();
  expect(await world.fresh.store.read.$count(signInThrottles)).toBe(1);
});
