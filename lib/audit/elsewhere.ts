/**
 * Holds the log against the checkpoints that lie outside the database: in the data folder and in the folder of anchors. A
 * database that was put back, cut short or written anew does not fit them.
 */
import { setImmediate as breathe } from "node:timers/promises";
import type { Reader } from "#db/store.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logFault } from "#lib/platform/log.ts";
import type { SignedCheckpoint } from "./checkpoint.ts";
import { counts, generationOf, keysOfLog, type LogKey } from "./log-keys.ts";
import { checkpointsIn, type NoteName, noteNamesIn, readNoteFile } from "./note-files.ts";
import { readEnds } from "./read-log.ts";
import { rootAt, TreeIncomplete } from "./tree.ts";
import type { Departure, Noted } from "./vocabulary.ts";

/** Files that are read before others get their turn. */
const FILES_AT_ONCE = 64;

/** Folders with checkpoints: beside the database, and the one that is set for anchors. */
export const notesFoldersOf = (dataFolder: string): { where: Departure["where"]; folder: string }[] => {
  const { anchorFolder } = readEnv();
  return [
    { where: "data", folder: checkpointsIn(dataFolder) },
    ...(anchorFolder === null ? [] : [{ where: "anchor" as const, folder: anchorFolder }]),
  ];
};

interface Log {
  id: string;
  size: number;
  /** All keys it ever had, the oldest first. */
  keys: readonly LogKey[];
}

/** What is compared at once: the newest checkpoint, and the newest that the log still reaches. */
function toCompare(names: readonly NoteName[], size: number): NoteName[] {
  const newest = names.at(-1);
  const reached = names.findLast((one) => one.size <= size);
  return [...new Set([newest, reached])].filter((one) => one !== undefined);
}

/**
 * Checkpoints of the log in a folder that are not past: those of an origin that ended with an accepted loss are. Null where the
 * folder is there and cannot be read.
 */
function namesNow(folder: string, { id, keys }: Log): NoteName[] | null {
  const now = keys.at(-1);
  const names = namesOrNull(folder, id);
  return names?.filter(({ generation }) => !now || generation >= generationOf(now.origin)) ?? null;
}

function namesOrNull(folder: string, log: string): NoteName[] | null {
  try {
    return noteNamesIn(folder, log);
  } catch (error) {
    logFault(error);
    return null;
  }
}

/**
 * Where the log is not the one that was noted elsewhere: one departure at most for each folder.
 */
export async function departures(read: Reader, dataFolder: string, log: Log): Promise<Departure[]> {
  const found: Departure[] = [];
  for (const { where, folder } of notesFoldersOf(dataFolder)) {
    const names = namesNow(folder, log);
    if (names === null) found.push({ where, size: log.size, why: "closed" });
    for (const { name, size } of toCompare(names ?? [], log.size)) {
      const why = await departureOf(read, log, readNoteFile(folder, { name }));
      if (why === null) continue;
      found.push({ where, size, why });
      break;
    }
  }
  return found;
}

async function departureOf(
  read: Reader,
  log: Log,
  checkpoint: SignedCheckpoint | null,
): Promise<Departure["why"] | null> {
  if (checkpoint === null) return "unreadable";
  if (checkpoint.size > log.size) return "shorter";
  if (!counts(checkpoint, log.keys)) return "unknown_key";
  return (await rootOrNull(read, checkpoint.size)) === checkpoint.root ? null : "other";
}

const rootOrNull = (read: Reader, size: number): Promise<string | null> =>
  rootAt(read, size).catch((error: unknown) => {
    if (error instanceof TreeIncomplete) return null;
    throw error;
  });

/** The latest generation of a log that any folder knows of; 0 for none. */
export const latestGenerationNoted = (dataFolder: string, log: string): number =>
  notesFoldersOf(dataFolder)
    .flatMap(({ folder }) => namesOrNull(folder, log) ?? [])
    .reduce((latest, { generation }) => Math.max(latest, generation), 0);

/** All checkpoints that lie elsewhere and are signed by a key of this log: what the whole check holds it against. */
async function notedElsewhere(dataFolder: string, log: Log): Promise<Noted[]> {
  const noted = new Map<string, Noted>();
  for (const { folder } of notesFoldersOf(dataFolder))
    for (const [place, name] of (namesNow(folder, log) ?? []).entries()) {
      if (place % FILES_AT_ONCE === 0) await breathe();
      const checkpoint = readNoteFile(folder, name);
      if (checkpoint && counts(checkpoint, log.keys))
        noted.set(`${checkpoint.size}:${checkpoint.root}`, { size: checkpoint.size, root: checkpoint.root });
    }
  return [...noted.values()];
}

/** The same for a database as it is. Read before the log is: none of these is of a later time. */
export async function notedOutside(read: Reader, dataFolder: string): Promise<Noted[]> {
  const { head } = await readEnds(read);
  if (!head) return [];
  return notedElsewhere(dataFolder, { id: head.log, size: head.seq, keys: await keysOfLog(read, head.log) });
}
