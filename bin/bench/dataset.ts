/** Where generated databases lie: outside the source, by size and by what they were made from, to be used again. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileKey } from "#db/cipher.ts";
import { openStore } from "#db/store.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import { type System, useSystem } from "#lib/core/system.ts";
import { openInstallation } from "#lib/core/installation.ts";
import { tidySearchIndex } from "#lib/search/jobs.ts";
import { type Dataset, generate, settingsIn } from "./generate.ts";

/** A generated database that is there. */
export interface Generated {
  folder: string;
  path: string;
  fileKey: FileKey;
  dataset: Dataset;
}

const ROOT = join(import.meta.dirname, "..", "..");

/** Changes with the schema and with the generator, so that an old database is never measured. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const migrations = join(ROOT, "db", "migrations", "sqlite");
  const made = ["generate.ts", "testimony.ts", "surroundings.ts", "words.ts", "people.ts", "bulk.ts"];
  const files = [
    ...readdirSync(migrations)
      .filter((name) => name.endsWith(".sql"))
      .toSorted()
      .map((name) => join(migrations, name)),
    ...made.map((name) => join(import.meta.dirname, name)),
  ];
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 10);
}

/**
 * The generated database of a size: the one that is there, or a new one.
 * @param parent folder of such databases; the system's folder for temporary files by default
 */
export async function datasetOf(
  size: number,
  print: (line: string) => void,
  parent = join(tmpdir(), "attest-bench"),
): Promise<Generated> {
  const folder = join(parent, `${size}-${fingerprint()}`);
  const about = join(folder, "dataset.json");
  if (!existsSync(about)) {
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    print(`Generating ${size} invented testimonies in ${folder} …`);
    const started = performance.now();
    const dataset = await generate(making, size, print);
    writeFileSync(join(making, "dataset.json"), JSON.stringify(dataset));
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    print(`Generated in ${Math.round((performance.now() - started) / 1_000)} s.`);
  }
  const dataset = JSON.parse(readFileSync(about, "utf8")) as Dataset;
  const { fileKey } = await openInstallation(settingsIn(folder));
  return { folder, path: join(folder, "attest.sqlite"), fileKey, dataset };
}

/** Makes a generated database the system of this process. @returns the system, to be closed by the caller */
export async function openGenerated({ folder, path }: Generated): Promise<System> {
  const { keys, fileKey } = await openInstallation(settingsIn(folder));
  const store = await openStore(`file:${path}`, fileKey);
  const sys = { store, keys, clock: () => Date.now(), clockWatch: UNWATCHED, dataFolder: folder };
  useSystem(sys);
  // As the program does every hour: generating leaves more pieces than any day's work.
  await tidySearchIndex(sys);
  return sys;
}
