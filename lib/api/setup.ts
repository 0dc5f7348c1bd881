/** The first run's door: whoever holds the one-time code printed in the terminal makes the first administrator. */
import { createHash, timingSafeEqual } from "node:crypto";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { execute } from "#lib/core/execute.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { ORGANISATION, scopeOf } from "#lib/core/scope.ts";
import { system } from "#lib/core/system.ts";
import { readEnv } from "#lib/platform/env.ts";
import { boundedJson } from "./body.ts";
import { mustComeFromOurPages } from "./door.ts";
import { problemResponse } from "./problem.ts";

/** True until the first account exists. */
export async function isFirstRun(): Promise<boolean> {
  const { store, clock } = await system();
  const scope = await scopeOf(store.read, { kind: "setup" }, "setup.run", clock());
  return scope.roleFor("setup.run", ORGANISATION) !== null;
}

/** POST `{ code, input, requestId }`. */
export async function setupDoor(request: Request): Promise<Response> {
  try {
    mustComeFromOurPages(request);
    const { code, input } = await boundedJson(request);
    if (typeof code !== "string" || !codeFits(code))
      throw new Invalid([{ path: "code", code: "setup_code" }]);
    const result = await execute(setUpAdministrator, { kind: "setup" }, input);
    return Response.json({ result }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemResponse(error);
  }
}

function codeFits(code: string): boolean {
  const expected = readEnv().setupHash;
  if (!expected) return false;
  return timingSafeEqual(createHash("sha256").update(code.trim()).digest(), Buffer.from(expected, "hex"));
}
