import type { CredentialsConfig } from "next-auth/providers/credentials";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSystem, system } from "#lib/core/system.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { authOptions } from "./options.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
  await signedIn(world, "investigator"); // sets the settings that the options read
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

it("tells a browser nothing of a fault, and the operator that there was one", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const printed = vi.spyOn(console, "error").mockReturnValue();
  const broken = { ...(await system()) };
  useSystem({
    ...broken,
    clock: () => {
      throw new Error("select secret from table");
    },
  });
  const [provider] = (await authOptions()).providers as unknown as [{ options: CredentialsConfig }];
  const { authorize } = provider.options;
  const act = authorize({ ticket: "t", code: "000000", passkey: "", offer: "" }, {} as never);
  await expect(act).rejects.toThrow(/^unavailable$/);
  expect(said.mock.calls.length + printed.mock.calls.length).toBeGreaterThan(0);
});
