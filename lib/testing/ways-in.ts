/**
 * Finds ways to the data that no test of authorisation walks: a page or a server action that asks nothing, a route whose
 * door nobody knocks at, and whatever reaches the store past the doors. What is new is found by being in the tree.
 */
import { broughtAlong, importsOf, type Source } from "./source-imports.ts";

/** Ways that lead by no test of the matrix, each with the reason why it need not. */
export interface Reasons {
  /** Pages that ask nothing, and routes without a door, by their file. */
  entrances: Readonly<Record<string, string>>;
  /** What screens take from lib that reaches the store and is no door with a specimen: by name, or a whole file. */
  open: Readonly<Record<string, string>>;
  /** Files of lib that hold the store and ask nobody's rights. */
  holders: Readonly<Record<string, string>>;
}

const ASKED = "lib/api/asked.ts";
/** How a page asks: each of these looks up who is signed in. */
const ASKING = ["asked", "maybeAsked", "requirePerson", "requireWriter"];
const HOLDERS = ["lib/core/system.ts", "db/store.ts"];
const MACHINERY = /^lib\/core\/(query|command|ask|execute)\.ts$/;

/** What is wrong. @param doors names of the functions that open a door and have a specimen */
export function untestedWays(source: Source, doors: readonly string[], reasons: Reasons): string[] {
  const reaching = whatReaches(source);
  return [
    ...[...source.keys()].flatMap((file) => [
      ...(isScreen(file) ? pastTheDoors(source, file, { doors, open: reasons.open, reaching }) : []),
      ...(isEntrance(source, file) && !leadsToADoor(source, file, doors) && !(file in reasons.entrances)
        ? [`${file}: an entrance without a door that has a specimen, which asks nothing`]
        : []),
      ...(holdsInSilence(source, file) && !(file in reasons.holders)
        ? [`${file}: holds the store and asks nobody's rights`]
        : []),
    ]),
    ...idle(source, reasons),
  ];
}

const isScreen = (file: string): boolean => /^(app|components)\//.test(file) || file === "proxy.ts";

/** Where a request comes in: a page, a route, or the functions of a file that the browser may call. */
const isEntrance = (source: Source, file: string): boolean =>
  /^app\/(.*\/)?(page\.tsx|route\.ts)$/.test(file) || /^\s*(["'])use server\1/m.test(source.get(file) ?? "");

/** Its own parts ask, or knock at a door. */
function leadsToADoor(source: Source, file: string, doors: readonly string[]): boolean {
  const parts = [...broughtAlong(source, file, (one) => !one.startsWith("app/"))];
  return parts
    .filter((part) => part === file || part.startsWith("app/"))
    .flatMap((part) => importsOf(source, part))
    .some(({ from, names }) =>
      names.some((name) => doors.includes(name) || (from === ASKED && ASKING.includes(name))),
    );
}

interface Known {
  doors: readonly string[];
  open: Reasons["open"];
  reaching: ReadonlySet<string>;
}

/** A screen takes from lib what asks, what is handed to it to be asked, or what reaches no data. */
function pastTheDoors(source: Source, file: string, { doors, open, reaching }: Known): string[] {
  return importsOf(source, file)
    .filter(({ from }) => /^(lib|db)\//.test(from) && !isVerb(from) && !(from in open))
    .filter(({ from }) => MACHINERY.test(from) || reaching.has(from))
    .flatMap(({ from, names }) => {
      const known = (name: string) =>
        doors.includes(name) || name in open || (from === ASKED && ASKING.includes(name));
      const unknown = names.length === 0 ? ["all of it"] : names.filter((name) => !known(name));
      return unknown.map((name) => `${file}: reaches the data by ${from} (${name}), no door with a specimen`);
    });
}

/** A verb of the registry does nothing by itself. */
const isVerb = (file: string): boolean => /^lib\/[^/]+\/(queries|commands)\//.test(file);

/** Files that bring the store along, however far behind. */
function whatReaches(source: Source): Set<string> {
  const importers = new Map<string, string[]>();
  for (const file of source.keys())
    for (const { from } of importsOf(source, file))
      importers.set(from, [...(importers.get(from) ?? []), file]);
  const found = new Set(HOLDERS);
  for (const one of found) for (const file of importers.get(one) ?? []) found.add(file);
  return found;
}

function holdsInSilence(source: Source, file: string): boolean {
  const holds = file.startsWith("lib/") && importsOf(source, file).some(({ from }) => HOLDERS.includes(from));
  return holds && !/(?<![.\w])(scopeOf|readRights|execute|ask|rehearse)\(/.test(source.get(file) ?? "");
}

/** A reason for what is gone would be a hole that waits for its name. */
function idle(source: Source, { entrances, open, holders }: Reasons): string[] {
  const texts = [...source.values()];
  const isThere = (name: string) =>
    source.has(name) || texts.some((text) => new RegExp(`\\b${name}\\b`).test(text));
  const gone = [
    ...[entrances, holders].flatMap((one) => Object.keys(one).filter((file) => !source.has(file))),
    ...Object.keys(open).filter((name) => !(name.includes("/") ? source.has(name) : isThere(name))),
  ];
  return gone.map((name) => `${name}: a reason for what is gone`);
}
