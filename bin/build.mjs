/** Builds the program when there is no build of exactly this source; a build after a pull is never served stale. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = join(".next", "attest-source");
const FOLDERS = ["app", "components", "db", "lib", "public"];
const FILES = ["package-lock.json", "next.config.ts", "tsconfig.json", "proxy.ts", "instrumentation.ts"];

/** Hash of everything that a build is made from. */
function sourceHash() {
  const hash = createHash("sha256");
  const add = (path) => hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const folder of FOLDERS) if (existsSync(folder)) walk(folder);
  for (const file of FILES) if (existsSync(file)) add(file);
  return hash.digest("hex");
}

/** Builds if needed. @returns the exit code of the build, 0 when it was fresh */
export function buildIfStale() {
  const wanted = sourceHash();
  const fresh =
    existsSync(join(".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
  if (fresh) return 0;
  console.log("Building (about a minute; only after a change) …");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const { status } = spawnSync(join("node_modules", ".bin", "next"), ["build"], { stdio: "inherit", env });
  if (status === 0) writeFileSync(STAMP, wanted);
  return status ?? 1;
}

if (import.meta.filename === process.argv[1]) process.exit(buildIfStale());
