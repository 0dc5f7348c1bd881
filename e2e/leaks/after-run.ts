/**
 * Where canaries may not be once all tests have run: in what the servers printed, in addresses, in answers that say that
 * something went wrong, in temporary files, in the build and its caches, in the log's rows, and anywhere in the data folder:
 * database and files are sealed there. Says where one was found and which, and none of the text around it.
 */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { buffer } from "node:stream/consumers";
import { openInstallation } from "#lib/core/installation.ts";
import { readEnv } from "#lib/platform/env.ts";
import { readRingFile } from "#lib/platform/key-ring.ts";
import { maybeFile } from "#lib/platform/storage.ts";
import { openDatabase } from "../fixtures/database.ts";
import { canariesIn } from "./canaries.ts";
import { faultsOfColumns } from "./kept.ts";

/** In the folder of the trace: that the canaries were typed, so that they must be found where they belong. */
const TYPED = "typed";
export const noteTyped = (trace: string): void => writeFileSync(join(trace, TYPED), "");

/** Of a run's trace: what must have been noted of any run, so that nothing was looked for in an empty room. */
const NOTED = ["stdout", "stderr", "addresses", "errors"] as const;

interface Run {
  dataFolder: string;
  /** Next's folder. */
  build: string;
  trace: string;
  /** When the run began: what was written before holds nothing of it. */
  began: number;
}

/** Looks through the files, while they are there. */
export async function faultsOfFiles({ dataFolder, build, trace, began }: Run): Promise<string[]> {
  const data = filesIn(dataFolder);
  const isTyped = existsSync(join(trace, TYPED));
  return [
    ...data.flatMap((file) => found(dataFolder, file, "the data folder")),
    ...filesIn(build)
      .filter((file) => (statSync(join(build, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= began)
      .flatMap((file) => found(build, file, "the build")),
    ...faultsOfColumns(dataFolder, isTyped),
    ...(isTyped && !(await isInAttached(dataFolder))
      ? ["no canary in any attached file, where they belong: the search is blind"]
      : []),
  ];
}

/** Whether an attached file holds a canary once it is opened. */
async function isInAttached(dataFolder: string): Promise<boolean> {
  if (readRingFile(dataFolder) === null) return false;
  const { keys } = await openInstallation(readEnv({ ATTEST_DATA: dataFolder }));
  const shelf = { dataFolder, keys };
  const database = openDatabase(dataFolder, { readonly: true });
  const rows = database.prepare("select case_id, sha256 from attachments").all() as Record<string, string>[];
  database.close();
  for (const { case_id: caseId = "", sha256 = "" } of rows) {
    const file = await maybeFile(shelf, caseId, sha256);
    if (file && canariesIn(await buffer(file.bytes())).length > 0) return true;
  }
  return false;
}

/** Looks through what was noted of all servers of the run, once they have stopped. */
export function faultsOfTrace(trace: string): string[] {
  const files = filesIn(trace).filter((file) => file !== TYPED);
  const isTyped = existsSync(join(trace, TYPED));
  const noted = (kind: string) => files.filter((file) => file.startsWith(`${kind}-`));
  const reached = join(trace, "reached");
  return [
    ...files.flatMap((file) => found(trace, file, kindOf(file))),
    ...(existsSync(reached) ? [`a server tried to reach ${readFileSync(reached, "utf8").trim()}`] : []),
    ...(isTyped ? NOTED.filter((kind) => noted(kind).length === 0) : []).map(
      (kind) => `nothing was noted of ${kind}: the search is blind`,
    ),
  ];
}

const KINDS: Readonly<Record<string, string>> = {
  stdout: "standard output",
  stderr: "standard error",
  addresses: "an address",
  errors: "an answer to what went wrong",
  tmp: "a temporary file",
};
const kindOf = (file: string): string => KINDS[/^\w+/.exec(file)?.[0] ?? ""] ?? "the trace";

const filesIn = (folder: string): string[] =>
  globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Null for a file that the program has taken away meanwhile. */
function maybeRead(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const some = (numbers: readonly string[]): string =>
  `${numbers.slice(0, 5).join(", ")}${numbers.length > 5 ? ` and ${numbers.length - 5} more` : ""}`;

function found(folder: string, file: string, where: string): string[] {
  // A name of a file is as good a place as what is in it.
  const bytes = maybeRead(join(folder, file));
  if (bytes === null) return [];
  const canaries = [...canariesIn(bytes), ...canariesIn(Buffer.from(basename(file)))];
  return canaries.length === 0 ? [] : [`canaries ${some(canaries)} in ${where} (${file})`];
}
