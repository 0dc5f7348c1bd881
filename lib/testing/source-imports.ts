/** The imports of our own source, as they remain when the program runs: those of types alone are gone by then. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** Texts by path. */
export type Source = ReadonlyMap<string, string>;

export interface Import {
  /** Path of the file imported, as in the source. */
  readonly from: string;
  /** What is taken from it; nothing for a file imported whole. */
  readonly names: readonly string[];
}

/** The program's own source, without its tests. */
export function readSource(): Source {
  const files = globSync(["{app,components,lib,db}/**/*.{ts,tsx}", "*.ts"]);
  const program = files.filter((file) => !/\.test\.tsx?$|(^|\/)testing\/|\.config\.ts$|\.d\.ts$/.test(file));
  return new Map(program.map((file) => [file, readFileSync(file, "utf8")]));
}

const STATEMENT = /^(?:import|export)\s+(?!type\b)([^"';]*?)\s*from\s+"([^"]+)"|^import\s+"([^"]+)"/gm;
const LATE = /\bimport\("([^"]+)"\)/g;

/** What a file imports of our own source. */
export function importsOf(source: Source, file: string): Import[] {
  return statementsIn(source.get(file) ?? "")
    .map(({ from, names }) => ({ from: pathOf(file, from), names }))
    .filter(({ from }) => source.has(from));
}

const read = new Map<string, Import[]>();

/** The imports in a text, as written. */
function statementsIn(text: string): Import[] {
  const known = read.get(text);
  if (known) return known;
  const early = [...text.matchAll(STATEMENT)].map(([, clause = "", from, whole]) =>
    whole === undefined
      ? { from: from ?? "", names: namesIn(clause) }
      : { from: whole, names: [], isWhole: true },
  );
  const late = [...text.matchAll(LATE)].map(([, from = ""]) => ({ from, names: [], isWhole: true }));
  const found = [...early, ...late].filter((one) => "isWhole" in one || one.names.length > 0);
  read.set(text, found);
  return found;
}

/** `{ type A, b as c }` → `b`; a whole module (`* as m`, a default) under the name it is given. */
function namesIn(clause: string): string[] {
  const parts = clause.replaceAll(/[{}]/g, ",").split(",");
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "" && !part.startsWith("type "))
    .map((part) => part.replace(/^\* as /, "").replace(/ as .*$/, ""));
}

const pathOf = (file: string, from: string): string =>
  from.startsWith("#") ? from.slice(1) : from.startsWith(".") ? join(dirname(file), from) : from;

/** Every file that comes along with one, itself among them. @param stop files whose own imports are not followed */
export function broughtAlong(
  source: Source,
  file: string,
  stop: (file: string) => boolean = () => false,
): Set<string> {
  const found = new Set([file]);
  for (const one of found)
    if (one === file || !stop(one)) for (const { from } of importsOf(source, one)) found.add(from);
  return found;
}
