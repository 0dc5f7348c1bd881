/**
 * A program of its own that rotates the keys of a data folder until it is killed:
 *   node rotate-and-die.ts FOLDER
 * It says `begun` before the first byte is written, and `done` where nobody came in time.
 */
import { join } from "node:path";
import { writeSync } from "node:fs";
import { openInstallation } from "#lib/core/installation.ts";
import { rotateKeys } from "#lib/core/rotation.ts";

const [dataFolder = ""] = process.argv.slice(2);
const place = {
  dataFolder,
  databaseUrl: `file:${join(dataFolder, "attest.sqlite")}`,
  keyFile: join(dataFolder, "keys", "master.key"),
  key: null,
};

const before = await openInstallation(place);
writeSync(1, "begun\n");
await rotateKeys(place, before);
writeSync(1, "done\n");
