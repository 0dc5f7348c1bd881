/** Signing in by way of a provider, against a real one that runs here. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as schema from "#db/schema/index.ts";
import { auditDetails, auditEvents, externalIdentities, sessions } from "#db/schema/index.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { finishSignIn } from "#lib/auth/sign-in.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { tieIdentity } from "#lib/identities/commands/tie-identity.ts";
import { untieIdentity } from "#lib/identities/commands/untie-identity.ts";
import { offerIdentity } from "#lib/identities/queries/offer-identity.ts";
import { readOwnIdentity } from "#lib/identities/queries/read-own-identity.ts";
import { aProvider, CLIENT, type TestProvider, thereAndBack } from "#lib/identities/testing/provider.ts";
import { sent } from "#lib/testing/door-specimens.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { leaveDoor, returnDoor } from "./elsewhere.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

const AT = "http://localhost:3000/sign-in/return";
const SUBJECT = "zq-subject-of-the-investigator";
const MINUTE_MS = 60_000;

let provider: TestProvider;
let world: World;
beforeAll(async () => {
  provider = await aProvider(AT);
});
afterAll(() => provider.close());
beforeEach(async () => {
  world = await aWorld();
  cookie.sid = "";
  provider.comes(SUBJECT);
  vi.stubEnv("ATTEST_OIDC_ISSUER", provider.issuer);
  vi.stubEnv("ATTEST_OIDC_CLIENT_ID", CLIENT.clientId);
  vi.stubEnv("ATTEST_OIDC_CLIENT_SECRET", CLIENT.clientSecret);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

interface Heard {
  status: number;
  rule?: string;
  result?: Record<string, string>;
  cookie: string;
}

async function heard(answer: Response): Promise<Heard> {
  const body = (await answer.json()) as Omit<Heard, "status" | "cookie">;
  return { ...body, status: answer.status, cookie: answer.headers.getSetCookie()[0] ?? "" };
}

const withCookie = (body: unknown, held: string): Request => {
  const request = sent("POST", body);
  request.headers.set("cookie", `attest-locale=en; ${held.split(";")[0]}`);
  return request;
};
const leave = async (asked: object) => heard(await leaveDoor(sent("POST", asked)));
const comeBack = async (query: string, held: string) => heard(await returnDoor(withCookie({ query }, held)));

/** @param led what becomes of the way there */
async function trip(asked: object = { to: "/cases" }, led = (location: string) => location) {
  const left = await leave(asked);
  expect(left.status).toBe(200);
  const query = await thereAndBack(led(left.result?.["location"] ?? ""), AT);
  return { query, held: left.cookie, back: () => comeBack(query, left.cookie) };
}

/** Ties an account as its page does. */
async function tie(as: PersonKey = "investigator") {
  cookie.sid = await signedIn(world, as);
  const { back } = await trip(await world.ask(as, offerIdentity, {}));
  const { result, status } = await back();
  expect(status).toBe(200);
  cookie.sid = "";
  return world.do(as, tieIdentity, { proof: result?.["proof"] ?? "" });
}

const connect = async () => world.do("investigator", addTotp, await anApp(world));
const sessionCount = () => world.fresh.store.read.$count(sessions);
/** Each code counts once, and the app is connected by one. */
const finish = (ticket: string) => {
  world.pass(MINUTE_MS / 2);
  const code = codeAt(TEST_SECRET, world.now());
  return finishSignIn({ ticket, code, passkey: null, offer: null, replaces: null });
};

describe("an account that its owner tied", () => {
  it("is signed in by the provider and the second factor here, and by neither alone", async () => {
    await connect();
    await tie();
    expect(await world.ask("investigator", readOwnIdentity, {})).toEqual({
      provider: new URL(provider.issuer).host,
      tiedAt: world.now(),
    });
    const before = await sessionCount();
    const { back } = await trip({ to: "//elsewhere.example" });
    const { status, result, cookie: forgotten } = await back();
    expect(status).toBe(200);
    expect(result).toMatchObject({
      kind: "sign-in",
      next: { kind: "code", byApp: true },
      demoCode: null,
      to: "/",
    });
    expect(forgotten).toMatch(/^attest-elsewhere=; Path=\/; Max-Age=0;/);
    expect(await sessionCount()).toBe(before);
    expect(await finish(result?.["ticket"] ?? "")).toMatchObject({
      ok: true,
      accountId: world.person("investigator").accountId,
    });
    expect(await sessionCount()).toBe(before + 1);
  });

  it("leaves with PKCE, a state and a nonce, asks for no name, and comes back to the address of the settings alone", async () => {
    const request = sent("POST", { to: "/cases" });
    request.headers.set("host", "evil.example");
    const left = await heard(await leaveDoor(request));
    const location = new URL(left.result?.["location"] ?? "");
    expect(location.origin).toBe(provider.issuer);
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      response_type: "code",
      scope: "openid",
      redirect_uri: AT,
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(location.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    expect(left.cookie).toMatch(
      /^attest-elsewhere=[\w.-]+; Path=\/; Max-Age=600; SameSite=Strict; HttpOnly$/,
    );
    vi.stubEnv("ATTEST_URL", "https://attest.example.org");
    expect((await leave({ to: "/" })).cookie).toMatch(/^__Host-attest-elsewhere=.*; HttpOnly; Secure$/);
  });

  it("is known by a keyed hash: what the provider calls its owner stands in no table and in no log", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await connect();
    await tie();
    const { back } = await trip();
    expect((await back()).status).toBe(200);
    const { read } = world.fresh.store;
    for (const table of [externalIdentities, auditEvents, auditDetails, schema.receipts])
      expect(JSON.stringify(await read.select().from(table))).not.toContain(SUBJECT);
    expect(JSON.stringify(said.mock.calls)).not.toContain(SUBJECT);
    const events = await read.select({ body: auditEvents.body }).from(auditEvents);
    expect(events.some(({ body }) => body.includes('"identity.tie"'))).toBe(true);
    said.mockRestore();
  });

  it("is signed in by it no more once it was untied, disabled or let in again, also with a ticket from before", async () => {
    await connect();
    await tie();
    const early = (await (await trip()).back()).result?.["ticket"] ?? "";
    await world.do("investigator", untieIdentity, {});
    expect(await finish(early)).toEqual({ ok: false, rule: "sign_in.over" });
    expect(await (await trip()).back()).toMatchObject({ status: 401, rule: "sign_in.failed" });
    await tie();
    await world.do("investigator", forgetFactors, {});
    expect(await (await trip()).back()).toMatchObject({ status: 401, rule: "sign_in.failed" });
    await tie();
    const { accountId } = world.person("investigator");
    await world.do("administrator", disableAccount, { accountId, version: 1, reason: "left" });
    expect(await (await trip()).back()).toMatchObject({ status: 401, rule: "sign_in.failed" });
  });
});

describe("somebody whom nobody tied", () => {
  it("is refused as a wrong password is, on record, makes no account, and waits after the fifth time", async () => {
    const accountsBefore = await world.fresh.store.read.$count(schema.accounts);
    const rules: unknown[] = [];
    for (let n = 0; n < 6; n++) rules.push((await (await trip()).back()).rule);
    expect(rules).toEqual([...Array<string>(5).fill("sign_in.failed"), "sign_in.wait"]);
    expect(await world.fresh.store.read.$count(schema.accounts)).toBe(accountsBefore);
    const events = await world.fresh.store.read.select({ body: auditEvents.body }).from(auditEvents);
    expect(events.filter(({ body }) => body.includes('"sign_in.failed"')).length).toBeGreaterThan(0);
    world.pass(2_001);
    await tie();
    expect((await (await trip()).back()).status).toBe(200);
  });

  it("who stops half-way is told so, and may begin again", async () => {
    provider.comes(null);
    expect(await (await trip()).back()).toMatchObject({ status: 401, rule: "sign_in.elsewhere_stopped" });
    provider.comes(SUBJECT);
    expect((await (await trip()).back()).rule).toBe("sign_in.failed");
  });
});

describe("coming back", () => {
  it("counts once, in the browser that left, with its state, and for ten minutes", async () => {
    await connect();
    await tie();
    const over = { status: 409, rule: "sign_in.elsewhere_over" };
    const first = await trip();
    const other = await trip();
    expect(await comeBack(first.query, "")).toMatchObject(over);
    expect(await comeBack(first.query, other.held)).toMatchObject(over);
    expect(await comeBack(first.query, `${first.held.split(";")[0]?.slice(0, -3)}abc`)).toMatchObject(over);
    expect(await comeBack("", first.held)).toMatchObject(over);
    const forged = first.query.replace(/state=[^&]+/, `state=${"a".repeat(43)}`);
    expect(await comeBack(forged, first.held)).toMatchObject(over);
    const both = (await Promise.all([first.back(), first.back()])).map(({ status }) => status);
    expect(both.filter((status) => status === 200)).toHaveLength(1);
    expect((await first.back()).status).toBeGreaterThan(400);
    world.pass(10 * MINUTE_MS + 1);
    expect(await other.back()).toMatchObject(over);
  });

  it("with a code that was used, made up or of another sign-in is refused without a fault", async () => {
    await connect();
    await tie();
    const used = await trip();
    expect((await used.back()).status).toBe(200);
    const code = new URLSearchParams(used.query).get("code") ?? "";
    for (const taken of [code, "made-up", ""]) {
      const next = await trip();
      const query = next.query.replace(/code=[^&]+/, `code=${taken}`);
      expect(await comeBack(query, next.held)).toMatchObject({
        status: 502,
        rule: "sign_in.elsewhere_wrong",
      });
    }
    const mixed = await trip();
    const wrongIssuer = mixed.query.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example");
    expect(await comeBack(wrongIssuer, mixed.held)).toMatchObject({
      status: 502,
      rule: "sign_in.elsewhere_wrong",
    });
  });

  it("finds no door where no provider is set, and none for another site or with rubbish", async () => {
    const foreign = sent("POST", { to: "/" });
    foreign.headers.set("origin", "https://evil.example");
    expect((await leaveDoor(foreign)).status).toBe(404);
    expect((await leave({ to: "/", offer: "x" })).status).toBe(422);
    expect((await leave({ to: `/cases?${"a".repeat(1_600)}` })).cookie.length).toBeLessThan(1_000);
    expect((await leave({ offer: "x" })).status).toBe(409);
    expect((await comeBack("x".repeat(4_001), "")).status).toBe(422);
    for (const name of ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"]) vi.stubEnv(`ATTEST_OIDC_${name}`, "");
    expect((await leave({ to: "/" })).status).toBe(404);
    expect((await comeBack("?code=a&state=b", "")).status).toBe(404);
    expect(await world.ask("investigator", readOwnIdentity, {})).toEqual({ provider: null, tiedAt: null });
  });

  it("is told that the provider does not answer, and nothing is half done", async () => {
    const gone = await aProvider(AT);
    vi.stubEnv("ATTEST_OIDC_ISSUER", gone.issuer);
    const { back } = await trip();
    await gone.close();
    expect(await back()).toMatchObject({ status: 503, rule: "sign_in.elsewhere_down" });
    vi.stubEnv("ATTEST_OIDC_ISSUER", gone.issuer.replace("localhost", "127.0.0.1"));
    expect(await leave({ to: "/" })).toMatchObject({ status: 503, rule: "sign_in.elsewhere_down" });
    expect(await sessionCount()).toBe(0);
  });
});

describe("tying", () => {
  it("is its owner's own act, with leave of the last minutes, and for the browser in which they are signed in", async () => {
    cookie.sid = await signedIn(world, "reviewer");
    const { back } = await trip(await world.ask("investigator", offerIdentity, {}));
    expect(await back()).toMatchObject({ status: 409, rule: "identity.over" });
    cookie.sid = "";
    const signedOut = await trip(await world.ask("investigator", offerIdentity, {}));
    expect((await signedOut.back()).status).toBe(401);
    cookie.sid = await signedIn(world, "investigator");
    const offer = await world.ask("investigator", offerIdentity, {});
    const proof = (await (await trip(offer)).back()).result?.["proof"] ?? "";
    await expect(world.do("reviewer", tieIdentity, { proof })).rejects.toEqual(new NotFound());
    world.pass(10 * MINUTE_MS + 1);
    const late = new Conflict("identity.over");
    await expect(world.do("investigator", tieIdentity, { proof })).rejects.toEqual(late);
    expect(await leave(offer)).toMatchObject({ status: 409, rule: "identity.over" });
    expect(await world.fresh.store.read.$count(externalIdentities)).toBe(0);
  });

  it("wants somebody who signs in there anew, and takes no provider's word that does not say so", async () => {
    cookie.sid = await signedIn(world, "investigator");
    const offer = await world.ask("investigator", offerIdentity, {});
    const asked: string[] = [];
    const notAnew = (location: string): string => {
      const at = new URL(location);
      for (const name of ["prompt", "max_age"]) {
        asked.push(`${name}=${at.searchParams.get(name)}`);
        at.searchParams.delete(name);
      }
      return at.href;
    };
    const stale = { status: 401, rule: "sign_in.elsewhere_stale" };
    expect(await (await trip(offer, notAnew)).back()).toMatchObject(stale);
    expect(asked).toEqual(["prompt=login", "max_age=0"]);
    expect(await world.fresh.store.read.$count(externalIdentities)).toBe(0);
    expect((await (await trip(offer)).back()).status).toBe(200);
  });

  it("takes an identity for one account, and another one in place of the first", async () => {
    await tie("investigator");
    await expect(tie("reviewer")).rejects.toEqual(new Conflict("identity.known"));
    provider.comes("another");
    await tie("investigator");
    provider.comes(SUBJECT);
    await tie("reviewer");
    expect(await world.fresh.store.read.$count(externalIdentities)).toBe(2);
  });

  it("counts for the provider of the settings alone", async () => {
    await tie();
    const other = await aProvider(AT);
    other.comes(SUBJECT);
    vi.stubEnv("ATTEST_OIDC_ISSUER", other.issuer);
    expect(await (await trip()).back()).toMatchObject({ status: 401, rule: "sign_in.failed" });
    expect((await world.ask("investigator", readOwnIdentity, {})).tiedAt).toBeNull();
    await other.close();
  });
});
