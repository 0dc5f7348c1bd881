/** What every test file needs alike and is slow to make, made once a run: the files run in processes of their own. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const WAIT_MS_MAX = 600_000;

/** Run by vitest before all files; what is returned runs after them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "attest-made-once-"));
  process.env["ATTEST_TEST_MADE_ONCE"] = folder;
  // The tools that tests start load the same files each time: what Node makes of these is kept for the run.
  process.env["NODE_COMPILE_CACHE"] ??= join(folder, "compiled");
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * The folder that `make` fills, once a run: the first process to ask makes it, the others wait.
 * @throws Error when the one who makes it does not finish
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const root = process.env["ATTEST_TEST_MADE_ONCE"] ?? mkdtempSync(join(tmpdir(), "attest-made-once-"));
  const [done, making] = [join(root, name), join(root, `${name}.making`)];
  if (existsSync(done)) return done;
  try {
    mkdirSync(making);
  } catch {
    for (const until = Date.now() + WAIT_MS_MAX; Date.now() < until; await pause(50))
      if (existsSync(done)) return done;
    throw new Error(`${name} was not made in time by the process that began it`);
  }
  await make(making);
  renameSync(making, done);
  return done;
}
