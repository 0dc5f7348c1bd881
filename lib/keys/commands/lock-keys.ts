import { command } from "#lib/core/command.ts";
import { isUnderPassphrase } from "#lib/core/installation.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";

/**
 * Locks the program for everybody until somebody types the passphrase. Anybody may who is signed in: whoever hears steps on the
 * stairs does not look for an administrator first. The door ends the program once this is on record (lib/api/door.ts). Where the
 * keys are under no passphrase, nothing is locked, since the program would open again by itself: the answer and the log say so.
 */
export const lockKeys = command({
  name: "keys.lock",
  input: z.strictObject({}),
  permission: "keys.lock",
  sight: "keys.lock",
  load: () => Promise.resolve({ caseId: ORGANISATION }),
  run() {
    const locked = isUnderPassphrase(readEnv());
    return Promise.resolve({ result: { locked }, entry: { reason: locked ? "locked" : "opens_by_itself" } });
  },
});
