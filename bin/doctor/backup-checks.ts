/** How old the newest backup is, and whether one disk or one thief takes both it and what it is for. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { type Manifest, MANIFEST, readManifest } from "../backup-folder.ts";
import { type Finding, fix, look, ok } from "./finding.ts";

const HOUR_MS = 3_600_000;
/** A backup every night, and some hours for a late one. */
const FRESH_HOURS = 26;
const OLD_DAYS = 7;

interface Backup {
  folder: string;
  manifest: Manifest;
}

/**
 * @param backups the folder of backups that was named, which holds one backup or a folder for each
 * @param logSize how many entries the log in use has; null when that is not known
 */
export function backupFindings(
  backups: string | undefined,
  dataFolder: string,
  logSize: number | null,
  now: number,
): Finding[] {
  if (backups === undefined)
    return [
      look("No folder of backups was named, so none was looked at: npm run doctor -- --backups FOLDER"),
    ];
  const folder = resolve(backups);
  if (!existsSync(folder)) return [fix(`There is no folder of backups at ${folder}.`)];
  const newest = newestIn(folder);
  if (!newest)
    return [fix(`There is no finished backup in ${folder}. Make one: npm run backup -- --out FOLDER`)];
  return [
    ageFinding(Date.parse(newest.manifest.madeAt), now),
    placeFinding(folder, dataFolder),
    keyFinding(newest.folder),
    closedFinding(folder),
    ...logFinding(newest.manifest.log.size, logSize),
  ];
}

/** The folder itself or those in it; what has no manifest, or one that cannot be read, is no backup. */
function newestIn(folder: string): Backup | undefined {
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  return [folder, ...inside]
    .filter((one) => existsSync(join(one, MANIFEST)))
    .flatMap((one) => maybeBackup(one))
    .toSorted((a, b) => b.manifest.madeAt.localeCompare(a.manifest.madeAt))[0];
}

function maybeBackup(folder: string): Backup[] {
  try {
    return [{ folder, manifest: readManifest(folder) }];
  } catch {
    return [];
  }
}

function ageFinding(madeAt: number, now: number): Finding {
  const hours = Math.round((now - madeAt) / HOUR_MS);
  const words = `The newest backup is ${hours} hours old.`;
  if (!(hours <= OLD_DAYS * 24)) return fix(`${words} Make one now, and let a timer make one every night.`);
  return hours > FRESH_HOURS ? look(`${words} Let a timer make one every night.`) : ok(words);
}

function placeFinding(folder: string, dataFolder: string): Finding {
  const isWithin = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (isWithin(folder, dataFolder) || isWithin(dataFolder, folder))
    return fix("The backups and the data lie in one folder. Keep the backups on another disk.");
  if (existsSync(dataFolder) && statSync(folder).dev === statSync(dataFolder).dev)
    return look(
      "The backups lie on the disk of the data: losing it loses both. Copy them to another machine.",
    );
  return ok("The backups lie on another disk than the data.");
}

function keyFinding(backup: string): Finding {
  if (!existsSync(join(backup, "data", "keys", "master.key")))
    return ok(
      "The newest backup lies apart from the key. To bring it back, put the key into its place first.",
    );
  return look(
    "The newest backup holds the key file: whoever takes the folder reads everything. Encrypt it, or keep the key apart (docs/deployment.md).",
  );
}

function closedFinding(folder: string): Finding {
  if ((statSync(folder).mode & 0o077) === 0) return ok("The folder of backups is its owner's alone.");
  return fix(`The folder of backups is open to others. Run: chmod 700 ${folder}`);
}

function logFinding(backedUp: number, inUse: number | null): Finding[] {
  if (inUse === null || inUse >= backedUp) return [];
  return [
    fix(
      `The log has ${inUse} entries and the newest backup has ${backedUp}: the database is older than its backup, or its end was cut off. Do not go on; find out who put it there.`,
    ),
  ];
}
