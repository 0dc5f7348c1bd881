import { afterAll, beforeAll, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { readOffice } from "#lib/cases/queries/read-office.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { eventsSince, lastSeq } from "#lib/testing/everything.ts";
import { aSecondAdministrator } from "#lib/testing/specimens/invitations.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type Person, type World } from "#lib/testing/world.ts";
import { approveKeyChange } from "./commands/approve-key-change.ts";
import { noteKeyChange } from "./commands/note-key-change.ts";
import { refuseKeyChange } from "./commands/refuse-key-change.ts";
import { requestKeyChange } from "./commands/request-key-change.ts";
import { listKeyPermits } from "./queries/list-key-permits.ts";
import { type KEY_CHANGES, PERMIT_MS } from "./vocabulary.ts";

type What = (typeof KEY_CHANGES)[number];
let world: World;
let first: Person;
let second: Person;
beforeAll(async () => {
  world = await aWorld();
  first = world.person("administrator");
});
afterAll(() => world.close());

const change = (by: Person, what: What = "rotated") => soundOf(execute(noteKeyChange, by, { what }));
const request = (by: Person, what: What = "rotated") => execute(requestKeyChange, by, { what });
const approve = (by: Person, { id, version }: { id: string; version: number }) =>
  soundOf(execute(approveKeyChange, by, { permitId: id, version }));
const refuse = (by: Person, { id, version }: { id: string; version: number }) =>
  soundOf(execute(refuseKeyChange, by, { permitId: id, version }));

it("goes by one alone where there is no other administrator, and the log says so", async () => {
  const seq = await lastSeq(world);
  expect(await soundOf(request(first))).toBe("Conflict keys.nobody_agrees");
  expect((await ask(listKeyPermits, first, {})).isAlone).toBe(true);
  expect(await change(first)).toBe("answered");
  expect(await eventsSince(world, seq)).toMatchObject([
    { act: "keys.change", reason: "rotated", rules: ["keys.alone"] },
  ]);
  second = await aSecondAdministrator(world);
});

it("takes the yes of another human, for whoever asked, for what was asked and once", async () => {
  expect(await change(first)).toBe("Refused keys.second_person");
  const permit = await request(first);
  expect(await soundOf(request(first))).toBe("Conflict keys.asked");
  expect(await change(first)).toBe("Refused keys.second_person");
  const waiting = async (by: Person) => (await ask(readOffice, by, {})).keysWaiting;
  expect([await waiting(first), await waiting(second)]).toEqual([0, 1]);
  const { id: accountId } = await execute(createAccount, second, {
    name: "first-again",
    humanId: first.humanId,
    password: "a password that is long",
  });
  await execute(grantRole, second, { accountId, role: "administrator" });
  for (const own of [first, { ...first, accountId }])
    expect(await approve(own, permit)).toBe("Refused keys.own_request");
  const past = (statement: string) =>
    world.fresh.directSql(statement).catch((error: unknown) => ruleOfTrigger(error));
  const decided = `decided_at = asked_at, usable_until = asked_at + 1, decided_by_human_id = '${first.humanId}'`;
  expect(await past(`update key_permits set status = 'approved', ${decided}`)).toBe("keys.own_request");
  expect(await past("update key_permits set status = 'used', used_at = 1")).toBe("keys.permit_stands");
  expect(await approve(second, permit)).toBe("answered");
  expect(await change(second)).toBe("Refused keys.second_person");
  expect(await change(first, "under_key")).toBe("Refused keys.second_person");
  const seq = await lastSeq(world);
  expect([await change(first), await change(first)]).toEqual(["answered", "Refused keys.second_person"]);
  expect(await eventsSince(world, seq)).toMatchObject([
    { act: "keys.change", obj: permit.id, rules: ["keys.second_person"], dec: "allow" },
    { act: "keys.change", rules: ["keys.second_person"], dec: "deny" },
  ]);
  expect(await approve(second, permit)).toBe("Conflict keys.decided");
});

it("is over after a day, unanswered or unused, and a yes can be taken back", async () => {
  const permit = await request(second);
  world.pass(PERMIT_MS);
  expect(await approve(first, permit)).toBe("Conflict keys.permit_over");
  const late = await request(second);
  expect(await approve(first, late)).toBe("answered");
  world.pass(PERMIT_MS);
  expect(await change(second)).toBe("Refused keys.second_person");
  const refused = await request(second);
  expect(await refuse(first, refused)).toBe("answered");
  expect(await approve(first, refused)).toBe("Conflict keys.decided");
  const again = await request(second);
  expect(await approve(first, again)).toBe("answered");
  expect(await refuse(first, { ...again, version: again.version + 1 })).toBe("answered");
  expect(await change(second)).toBe("Refused keys.second_person");
  expect((await ask(listKeyPermits, first, {})).rows).toEqual([]);
});
