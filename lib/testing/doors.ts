/** What the tests of the doors share: a real session behind a cookie whose content the test gives to next-auth's stand-in. */
import { vi } from "vitest";
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { execute } from "#lib/core/execute.ts";
import type { PersonKey, World } from "./world.ts";

/** Begins a session of a person of the world. @returns its id, which the cookie carries */
export async function signedIn(world: World, key: PersonKey): Promise<string> {
  vi.stubEnv("ATTEST_DATA", world.fresh.folder);
  const { sessionId } = await execute(beginSession, world.person(key), {
    factor: "totp",
    replaces: null,
  });
  return sessionId;
}
