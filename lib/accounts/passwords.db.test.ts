import { afterAll, beforeAll, expect, it } from "vitest";
import { accounts, humans } from "#db/schema/index.ts";
import { execute } from "#lib/core/execute.ts";
import type { Invalid } from "#lib/core/refusals.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { createAccount } from "./commands/create-account.ts";
import { setUpAdministrator } from "./commands/set-up-administrator.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const refusal = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => error,
  );
const counts = async () => [
  await world.fresh.store.read.$count(accounts),
  await world.fresh.store.read.$count(humans),
];

it.each(["passwordpassword1", "amal.haddad.2026"])(
  "makes no account with the password %s, names the field and keeps the password to itself",
  async (password) => {
    const before = await counts();
    const account = { name: "amal.haddad", displayName: "Amal Haddad", password };
    for (const act of [
      world.do("administrator", createAccount, account),
      execute(setUpAdministrator, { kind: "setup" }, account),
    ]) {
      const error = await refusal(act);
      expect((error as Invalid).fields).toEqual([{ path: "password", code: "password_guessed" }]);
      expect(JSON.stringify(error) + String(error)).not.toContain(password);
    }
    expect(await counts()).toEqual(before);
  },
);
