/** What the server does while the keys are locked, and how it opens. */
import { lockedDoor } from "../lib/locked/locked-door.ts";

/**
 * Answers by one page until a passphrase opens the keys.
 * @param opened called once the database is ready for the program
 */
export async function whileLocked(env, opened) {
  const door = lockedDoor(
    async (passphrase) => {
      const [{ prepare }, { closeSystem, system }, { makeReady }, { noteUnlocked }] = await Promise.all([
        import("../lib/core/prepare.ts"),
        import("../lib/core/system.ts"),
        import("./ready.ts"),
        import("../lib/core/unlocked.ts"),
      ]);
      // Standard output is nobody's (bin/serve.mjs).
      const say = (line) => console.error(line);
      await prepare(env, say, passphrase);
      const sys = await system();
      await makeReady(sys, say);
      await noteUnlocked(sys, door.failures());
      // What Next has built opens it for itself, by the keys that lie ready.
      await closeSystem();
      await opened();
    },
    (error) => console.error(error instanceof Error ? error.message : "The program did not open."),
  );
  return door;
}
