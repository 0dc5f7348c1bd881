import { afterEach, beforeEach, expect, it } from "vitest";
import canonicalize from "canonicalize";
import { auditDetails, receipts } from "#db/schema/index.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";
import { commands } from "#lib/registry.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { changePassword } from "./commands/change-password.ts";
import { createAccount } from "./commands/create-account.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

it("keeps no quick hash of a password, with or without the keys", async () => {
  const input = { password: "other words that are long" };
  await world.do("investigator", changePassword, input);
  const { keys, store } = await system();
  const quick = keys.hmac("receipt-input", `${changePassword.name} ${canonicalize(input)}`);
  const kept = await store.read.select().from(receipts);
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify([kept, await store.read.select().from(auditDetails)])).not.toContain(quick);
});

it("still knows a double submit, and a request that comes again with something else", async () => {
  const account = { name: "amal", displayName: "Amal", password: "other words that are long" };
  const admin = world.person("administrator");
  const first = await execute(createAccount, admin, account, "one-human-act");
  expect(await execute(createAccount, admin, account, "one-human-act")).toEqual(first);
  const other = execute(createAccount, admin, { ...account, name: "omar" }, "one-human-act");
  await expect(other).rejects.toEqual(new Conflict("request.reused"));
});

it("leaves the password out of the receipt of every act that takes one", () => {
  const taking = commands.filter(({ input }) => "password" in ((input as { shape?: object }).shape ?? {}));
  expect(taking.map(({ name }) => name).toSorted()).toEqual([
    "account.changePassword",
    "account.create",
    "account.setUpAdministrator",
    "invitation.accept",
  ]);
  for (const { name, secrets } of taking) expect(secrets, name).toContain("password");
});
