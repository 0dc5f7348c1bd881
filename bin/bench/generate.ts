/** Makes a database of N invented testimonies: accounts in two scripts, their witnesses, places, incidents, suspects and links. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "#db/migrate.ts";
import { fillTree } from "#lib/audit/fill-tree.ts";
import { openStore } from "#db/store.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import { useSystem } from "#lib/core/system.ts";
import { makeInstallation } from "#lib/core/installation.ts";
import { type Bulk, openBulk } from "./bulk.ts";
import { type Cast, makeCast } from "./people.ts";
import { addSurroundings, type Surroundings } from "./surroundings.ts";
import { addTestimony } from "./testimony.ts";
import { diceOf } from "./words.ts";

/** What the measuring needs to know of a generated database. */
export interface Dataset extends Cast {
  size: number;
  /** Incidents with few and with many testimonies that describe them. */
  incidentOfFew: { id: string; links: number };
  incidentOfMany: { id: string; links: number };
  /** Testimonies of the main case to open. */
  some: string[];
  witnessId: string;
  surroundings: Surroundings;
}

const START = Date.UTC(2026, 0, 5, 8);
const APART_MS = 20;
const FLUSH_EVERY = 20_000;
const FEW_LINKS = 50;
const MANY_LINKS = 5_000;
const SOME = 200;

/** What the program would read from its settings. */
export const settingsIn = (folder: string) => ({
  dataFolder: folder,
  databaseUrl: `file:${join(folder, "attest.sqlite")}`,
  keyFile: join(folder, "keys", "master.key"),
  key: null,
});

/**
 * Generates into an empty folder: `attest.sqlite` and its key.
 * @param print receives a line now and then
 */
export async function generate(
  folder: string,
  size: number,
  print: (line: string) => void,
): Promise<Dataset> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "attest.sqlite");
  const opened = await makeInstallation(settingsIn(folder));
  await migrate(`file:${path}`, opened.fileKey);
  const store = await openStore(`file:${path}`, opened.fileKey);
  const sys = { store, keys: opened.keys, clock: () => START, clockWatch: UNWATCHED, dataFolder: folder };
  useSystem(sys);
  const cast = await makeCast();
  const bulk = openBulk(path, store, opened, APART_MS);
  const dataset = await fill(bulk, cast, size, print);
  print("Putting the guards back, checking references …");
  await bulk.close();
  await fillTree(sys, print);
  await store.close();
  return dataset;
}

async function fill(bulk: Bulk, cast: Cast, size: number, print: (line: string) => void): Promise<Dataset> {
  const dice = diceOf(size);
  const author = cast.investigators[0];
  if (!author) throw new Error("there is nobody in the cast");
  const shared = { bulk, dice, author, reviewer: cast.reviewer, at: START };
  const around = (caseId: string, share: number) =>
    addSurroundings({ ...shared, caseId, actor: cast.codes[caseId] ?? "" }, Math.ceil(size * share));
  const main = around(cast.mainCase, 0.9);
  const side = around(cast.sideCase, 0.05);
  const hidden = around(cast.hiddenCase, 0.05);
  const many = Math.min(MANY_LINKS, Math.floor(size / 2));
  const some: string[] = [];
  const linked = { few: 0, many: 0 };
  let inMain = 0;
  for (let number = 1; number <= size; number++) {
    const of = number % 20;
    const [caseId, surroundings] =
      of === 0 ? [cast.sideCase, side] : of === 1 ? [cast.hiddenCase, hidden] : [cast.mainCase, main];
    if (surroundings === main) inMain += 1;
    // Spread evenly, as they would be in a case that grew over years.
    const toMany =
      surroundings === main &&
      linked.many < many &&
      inMain % Math.max(1, Math.floor((size * 0.8) / many)) === 0;
    const toFew = surroundings === main && !toMany && linked.few < FEW_LINKS;
    const incidentId = toMany
      ? main.incidentOfMany
      : toFew
        ? main.incidentOfFew
        : dice.pick(surroundings.incidents);
    if (toMany) linked.many += 1;
    if (toFew) linked.few += 1;
    const context = { ...shared, caseId, actor: cast.codes[caseId] ?? "" };
    const id = addTestimony(context, surroundings, incidentId, number);
    if (surroundings === main && some.length < SOME && inMain % Math.ceil(size / (SOME * 2)) === 0)
      some.push(id);
    if (number % FLUSH_EVERY === 0) {
      await bulk.flush();
      print(`  ${number} of ${size} testimonies`);
    }
  }
  return {
    ...cast,
    size,
    incidentOfFew: { id: main.incidentOfFew, links: linked.few },
    incidentOfMany: { id: main.incidentOfMany, links: linked.many },
    some,
    witnessId: main.witnesses[0] ?? "",
    surroundings: {
      ...main,
      incidents: main.incidents.slice(0, 20),
      // As many as keep it true, run after run, that nobody testifies hundreds of times.
      witnesses: main.witnesses.slice(0, 5_000),
    },
  };
}
