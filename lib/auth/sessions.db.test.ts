import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { eq } from "drizzle-orm";
import { sessions } from "#db/schema/index.ts";
import { SESSION_MS_MAX } from "#lib/accounts/commands/begin-session.ts";
import { changePassword } from "#lib/accounts/commands/change-password.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { endRole } from "#lib/accounts/commands/end-role.ts";
import { endSession } from "#lib/accounts/commands/end-session.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { commandDoor, queryDoor } from "#lib/api/door.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { maybeSignedIn } from "./sessions.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid }));

let world: World;
let testimonyId: string;
beforeEach(async () => {
  world = await aWorld();
  testimonyId = (await aTestimony(world)).id;
});
afterEach(() => world.close());

const MINUTE_MS = 60_000;
const REASON = "left the team";
const json = (body: unknown) =>
  new Request("http://localhost:3000/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
/** The next request of the open session, over the doors that every page uses. */
const reading = async () => (await queryDoor("testimony.read", json({ input: { testimonyId } }))).status;
const writing = async () => {
  const input = { testimonyId, version: 1 };
  return (await commandDoor("testimony.submit", json({ input, requestId: crypto.randomUUID() }))).status;
};

async function open(key: PersonKey): Promise<void> {
  cookie.sid = await signedIn(world, key);
  expect(await maybeSignedIn(cookie.sid)).not.toBeNull();
}

async function endMembershipOf(key: PersonKey): Promise<void> {
  const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
  const member = rows.find(({ accountId }) => accountId === world.person(key).accountId);
  await world.do("administrator", endMembership, { memberId: member?.id ?? "", version: 1, reason: REASON });
}

describe("the next request of an open session fails", () => {
  beforeEach(async () => {
    await open("investigator");
    expect(await reading()).toBe(200);
  });

  it("after signing out, also everywhere else", async () => {
    const elsewhere = cookie.sid;
    await open("investigator");
    const person = await maybeSignedIn(cookie.sid);
    await execute(endSession, person!.caller, { everywhere: false });
    expect([await reading(), await writing()]).toEqual([401, 401]);
    cookie.sid = elsewhere;
    expect(await reading()).toBe(200);
    await world.do("investigator", endSession, { everywhere: true });
    expect(await reading()).toBe(401);
  });

  it("after a quarter of an hour without a request, and not while there are some", async () => {
    for (let n = 0; n < 3; n++) {
      world.pass(14 * MINUTE_MS);
      expect(await reading()).toBe(200);
    }
    world.pass(16 * MINUTE_MS);
    expect([await reading(), await writing()]).toEqual([401, 401]);
  });

  it("after eight hours, whatever happens in it", async () => {
    for (let ms = 0; ms < SESSION_MS_MAX - 10 * MINUTE_MS; ms += 10 * MINUTE_MS) {
      world.pass(10 * MINUTE_MS);
      expect(await reading()).toBe(200);
    }
    world.pass(10 * MINUTE_MS);
    expect([await reading(), await writing()]).toEqual([401, 401]);
  });

  it("once the account is disabled", async () => {
    const { accountId } = world.person("investigator");
    await world.do("administrator", disableAccount, { accountId, version: 1, reason: REASON });
    expect([await reading(), await writing()]).toEqual([401, 401]);
  });

  it("once the role in the case is over, as if the case had never been", async () => {
    await endMembershipOf("investigator");
    expect([await reading(), await writing()]).toEqual([404, 404]);
    const own = await queryDoor("account.own", json({ input: {} }));
    expect(await own.json()).toMatchObject({ memberships: [] });
  });

  it("ended from another browser of the same person, and of nobody else", async () => {
    const elsewhere = cookie.sid;
    const byAnother = execute(endSession, world.person("reviewer"), {
      everywhere: false,
      sessionId: elsewhere,
    });
    await expect(byAnother).rejects.toEqual(new NotFound());
    expect(await reading()).toBe(200);
    await open("investigator");
    const person = await maybeSignedIn(cookie.sid);
    await execute(endSession, person!.caller, { everywhere: false, sessionId: elsewhere });
    expect(await reading()).toBe(200);
    cookie.sid = elsewhere;
    expect([await reading(), await writing()]).toEqual([401, 401]);
  });

  it("once the password was changed elsewhere, but not there", async () => {
    const elsewhere = cookie.sid;
    await open("investigator");
    const person = await maybeSignedIn(cookie.sid);
    await execute(changePassword, person!.caller, { password: "other words that are long" });
    expect(await reading()).toBe(200);
    cookie.sid = elsewhere;
    expect(await reading()).toBe(401);
  });

  it("for a session that was begun with a password alone, by whatever wrote it", async () => {
    await keepBooks(await system(), (tx) =>
      tx
        .update(sessions)
        .set({ factor: null })
        .where(eq(sessions.id, cookie.sid))
        .then(() => undefined),
    );
    const { accountId, humanId } = world.person("investigator");
    const caller = { kind: "person", accountId, humanId, session: cookie.sid, auth: "password" } as const;
    expect(await reading()).toBe(401);
    await expect(ask(readTestimony, caller, { testimonyId })).rejects.toEqual(new Refused("session.ended"));
  });

  it("for a session that never was", async () => {
    for (const sid of ["", "s_", `s_${"0".repeat(22)}`, "s_' or 1=1"]) {
      cookie.sid = sid;
      expect(await reading()).toBe(401);
    }
  });
});

it("fails for an auditor whose role was ended", async () => {
  await open("auditor");
  const listing = async () => (await queryDoor(listEvents.name, json({ input: { page: {} } }))).status;
  expect(await listing()).toBe(200);
  const { accountId } = world.person("auditor");
  await world.do("administrator", endRole, { accountId, role: "auditor", reason: REASON });
  expect(await listing()).toBe(403);
});

it("fails for a request that was let in before its session was over", async () => {
  await open("investigator");
  const person = await maybeSignedIn(cookie.sid);
  await world.do("investigator", endSession, { everywhere: true });
  const late = ask(readTestimony, person!.caller, { testimonyId });
  await expect(late).rejects.toEqual(new Refused("session.ended"));
  const lateAct = execute(endSession, person!.caller, { everywhere: false });
  await expect(lateAct).rejects.toEqual(new Refused("session.ended"));
});

describe("a sensitive act", () => {
  const starting = async () =>
    (await queryDoor("factor.recoveryCodes", json({ input: {} }))).json() as Promise<{ rule?: string }>;
  const changing = async () => {
    const body = { input: { password: "other words that are long" }, requestId: crypto.randomUUID() };
    return (await commandDoor("account.changePassword", json(body))).json() as Promise<{ rule?: string }>;
  };

  it("is done by who has just signed in, and wants a fresh proof a quarter of an hour later", async () => {
    await open("investigator");
    world.pass(14 * MINUTE_MS);
    expect(await starting()).toEqual({ codes: [] });
    world.pass(2 * MINUTE_MS);
    expect(await reading()).toBe(200);
    expect((await starting()).rule).toBe("session.prove_again");
    expect((await changing()).rule).toBe("session.prove_again");
    await open("investigator");
    expect((await changing()).rule).toBeUndefined();
  });

  it("tells nobody who may not do it that they should sign in", async () => {
    await open("investigator");
    world.pass(14 * MINUTE_MS);
    await reading();
    world.pass(2 * MINUTE_MS);
    const body = { input: { name: "some.body", displayName: "Somebody" } };
    const answer = await commandDoor("account.invite", json({ ...body, requestId: crypto.randomUUID() }));
    expect(await answer.json()).toMatchObject({ rule: "role.missing" });
  });
});
