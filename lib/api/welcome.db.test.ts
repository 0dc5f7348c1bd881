/** The door of a link, over the Fetch standard as a browser comes to it. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { auditEvents, invitations } from "#db/schema/index.ts";
import { checkPassword, finishSignIn } from "#lib/auth/sign-in.ts";
import { maybeSignedIn } from "#lib/auth/sessions.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { execute } from "#lib/core/execute.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { approveRecovery } from "#lib/accounts/commands/approve-recovery.ts";
import { invite } from "#lib/accounts/commands/invite.ts";
import { inviteAgain } from "#lib/accounts/commands/invite-again.ts";
import { proposeRecovery } from "#lib/accounts/commands/propose-recovery.ts";
import { withdrawInvitation } from "#lib/accounts/commands/withdraw-invitation.ts";
import { LINK_MS_MAX } from "#lib/accounts/rules/invitation-link.ts";
import { readLink } from "#lib/accounts/queries/read-link.ts";
import { anApp, TEST_SECRET } from "#lib/testing/specimens/factors.ts";
import { aRecovery, aSecondAdministrator } from "#lib/testing/specimens/invitations.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { welcomeDoor } from "./welcome.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const PASSWORD = "other words that are long";
const somebody = () =>
  world.do("administrator", invite, { name: "somebody-new", displayName: "Somebody new" });
const tokenOf = async (invitationId: string) => {
  const { link } = await world.ask("administrator", readLink, { invitationId });
  return link.slice(link.indexOf("#") + 1);
};
const at = async (body: object) => {
  const answer = await welcomeDoor(
    new Request("http://localhost:3000/api/welcome", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const isOver = { status: 409, body: { rule: "invitation.over" } };

it("says whose link it is, takes a password once, and lets its person in with a second factor alone", async () => {
  const { invitationId, id } = await somebody();
  expect(await checkPassword("somebody-new", "!")).toEqual({ ok: false, rule: "sign_in.failed" });
  const token = await tokenOf(invitationId);
  const named = { name: "somebody-new", displayName: "Somebody new", kind: "invitation" };
  expect(await at({ token })).toEqual({ status: 200, body: { result: named } });
  const guessed = await at({ token, password: "somebody-new-somebody-new" });
  expect(guessed).toMatchObject({
    status: 422,
    body: { fields: [{ path: "password", code: "password_guessed" }] },
  });
  const twice = await Promise.all([at({ token, password: PASSWORD }), at({ token, password: PASSWORD })]);
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await at({ token })).toMatchObject(isOver);
  expect(await checkPassword("somebody-new", PASSWORD)).toMatchObject({
    accountId: id,
    next: { kind: "first" },
  });
});

it("opens nothing with a token that was made up, taken back, replaced, too old, or of a disabled account", async () => {
  const { invitationId, id } = await somebody();
  const token = await tokenOf(invitationId);
  const madeUp = [
    "",
    "x",
    invitationId,
    `${token}0`,
    `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`,
    token.toUpperCase(),
  ];
  for (const one of madeUp) expect(await at({ token: one, password: PASSWORD })).toMatchObject(isOver);
  expect((await at({ token: "x".repeat(201) })).status).toBe(422);
  const { invitationId: second } = await world.do("administrator", inviteAgain, { accountId: id });
  expect(await at({ token })).toMatchObject(isOver);
  const fresh = await tokenOf(second);
  expect((await at({ token: fresh })).status).toBe(200);
  world.pass(LINK_MS_MAX + 1);
  expect(await at({ token: fresh, password: PASSWORD })).toMatchObject(isOver);
  const { invitationId: third } = await world.do("administrator", inviteAgain, { accountId: id });
  const last = await tokenOf(third);
  await world.do("administrator", withdrawInvitation, { invitationId: third });
  expect(await at({ token: last })).toMatchObject(isOver);
  const { invitationId: fourth } = await world.do("administrator", inviteAgain, { accountId: id });
  const closed = await tokenOf(fourth);
  await world.do("administrator", disableAccount, { accountId: id, version: 1, reason: "never came" });
  expect(await at({ token: closed, password: PASSWORD })).toMatchObject(isOver);
});

it("keeps the secret of a link out of every table and out of the log", async () => {
  const { invitationId } = await somebody();
  const [, secret = ""] = (await tokenOf(invitationId)).split(".");
  expect(secret).toHaveLength(43);
  const { read } = world.fresh.store;
  const all = [await read.select().from(invitations), await read.select().from(auditEvents)];
  expect(JSON.stringify(all)).not.toContain(secret);
});

it("lets somebody in again when two administrators agree, with a new password and a new second factor", async () => {
  await world.do("investigator", addTotp, await anApp(world));
  const { invitationId } = await aRecovery(world, "investigator");
  await expect(world.ask("administrator", readLink, { invitationId })).rejects.toMatchObject({
    rule: "recovery.waits",
  });
  await world.do("administrator", approveRecovery, { invitationId });
  const signedIn = async (password: string) => {
    world.pass(60_000);
    const entered = await checkPassword("investigator", password);
    if (!entered.ok) return entered;
    const code = codeAt(TEST_SECRET, world.now());
    return finishSignIn({ ticket: entered.ticket, code, offer: null, passkey: null, replaces: null });
  };
  // Until the link is used, the old way in stays: what was asked for may have been a mistake.
  const before = await signedIn("a long password for investigator");
  if (!before.ok || !("sessionId" in before)) throw new Error("not signed in");
  expect((await at({ token: await tokenOf(invitationId), password: PASSWORD })).status).toBe(200);
  expect(await maybeSignedIn(before.sessionId)).toBeNull();
  expect(await checkPassword("investigator", "a long password for investigator")).toMatchObject({
    ok: false,
  });
  expect(await checkPassword("investigator", PASSWORD)).toMatchObject({ next: { kind: "first" } });
});

it("needs a second person: not who asked, by whichever account, and not who is let in", async () => {
  const { accountId } = world.person("newcomer");
  const reason = "lost the phone";
  const asked = await world.do("administrator", proposeRecovery, { accountId, reason });
  const approval = { invitationId: asked.invitationId };
  await expect(world.do("administrator", approveRecovery, approval)).rejects.toMatchObject({
    rule: "recovery.second_person",
  });
  const second = await aSecondAdministrator(world);
  const twice = await Promise.allSettled([
    execute(approveRecovery, second, approval),
    execute(approveRecovery, second, approval),
  ]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);

  const own = { accountId: world.person("administrator").accountId, reason };
  await expect(world.do("administrator", proposeRecovery, own)).rejects.toMatchObject({
    rule: "account.own",
  });
  const about = await execute(proposeRecovery, second, own);
  await expect(
    world.do("administrator", approveRecovery, { invitationId: about.invitationId }),
  ).rejects.toMatchObject({ rule: "account.own" });
});

it("shows nobody a link to their own account", async () => {
  const { humanId } = world.person("administrator");
  const { invitationId } = await world.do("administrator", invite, { name: "admin.second", humanId });
  await expect(world.ask("administrator", readLink, { invitationId })).rejects.toEqual(new NotFound());
});
