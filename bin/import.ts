/**
 * Imports a published record into a case, all of it or nothing; what an earlier import brought is left as it is:
 *   npm run import -- --as NAME --case CODE [--from FOLDER] [--dry-run]
 * Exit 0: imported, or with --dry-run it could be. 1: the record has faults, each is named; nothing was imported.
 * 2: the command, the account or the case is not right, or the folder cannot be read; nothing was done.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { maybePersonAtTerminal } from "#lib/auth/terminal.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { type FieldProblem, Conflict, Invalid, Refused } from "#lib/core/refusals.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { type System, system } from "#lib/core/system.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { COASTAL_FILES } from "#lib/imports/coastal/records.ts";
import { importCoastal } from "#lib/imports/commands/import-coastal.ts";
import { readEnv } from "#lib/platform/env.ts";
import { mustBeThere } from "./data-there.ts";

/** What stands in the way of importing at all. */
class Unusable extends Error {}

const DEFAULT_FOLDER = join("db", "seed", "coastal-2025");
const t = translatorFor("en", "problems");

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});

async function main(): Promise<number> {
  const { as, code, from, dryRun } = wanted();
  const files = readFolder(from);
  if (files.faults.length > 0) return told(files.faults);
  await mustBeThere(readEnv());
  const sys = await system();
  try {
    const caller = await callerNamed(sys, as);
    const caseId = await caseOf(caller, code);
    return await bring(caller, { caseId, files: files.read }, dryRun);
  } finally {
    await sys.store.close();
  }
}

function wanted() {
  const options = {
    as: { type: "string" },
    case: { type: "string" },
    from: { type: "string" },
    "dry-run": { type: "boolean" },
  } as const;
  const { values } = parsedArguments(() => parseArgs({ options }));
  const { as, case: code } = values;
  if (as === undefined || code === undefined) {
    throw new Unusable(
      "Say who imports and into which case: npm run import -- --as NAME --case CODE [--from FOLDER] [--dry-run]",
    );
  }
  return { as, code, from: values.from ?? DEFAULT_FOLDER, dryRun: values["dry-run"] ?? false };
}

function parsedArguments<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Unusable(
      `${error instanceof Error ? error.message : ""}. Known are --as, --case, --from and --dry-run.`,
    );
  }
}

/** Every file of the folder as JSON, or why it is none. */
function readFolder(folder: string) {
  if (!existsSync(folder))
    throw new Unusable(`There is no folder ${folder}. Name the folder of the record with --from.`);
  const faults: FieldProblem[] = [];
  const read: Record<string, unknown> = {};
  for (const file of COASTAL_FILES) {
    const path = join(folder, `${file}.json`);
    try {
      read[file] = JSON.parse(readFileSync(path, "utf8"));
    } catch {
      faults.push({ path: file, code: existsSync(path) ? "import_unreadable" : "import_file_missing" });
    }
  }
  return { read, faults };
}

async function callerNamed({ store }: System, name: string): Promise<Caller> {
  const caller = await maybePersonAtTerminal(store.read, name);
  if (!caller) throw new Unusable(`There is no account ${name}.`);
  return caller;
}

/** The id of a case by its code; one that the person does not work on looks absent. */
async function caseOf(caller: Caller, code: string, after?: string): Promise<string> {
  const { rows, next } = await ask(listCases, caller, { page: { size: 100, after } });
  const found = rows.find((row) => row.code === code.trim().toUpperCase());
  if (found) return found.id;
  if (next !== null) return caseOf(caller, code, next);
  throw new Unusable(`There is no case ${code} in which this account has a role.`);
}

async function bring(caller: Caller, input: unknown, dryRun: boolean): Promise<number> {
  try {
    const counts = await (dryRun
      ? rehearse(importCoastal, caller, input)
      : execute(importCoastal, caller, input));
    console.log(
      dryRun ? "The record can be imported; nothing was imported now." : "The record was imported.",
    );
    for (const [kind, added] of Object.entries(counts.added)) {
      const there = counts.skipped[kind as keyof typeof counts.skipped];
      console.log(
        `  ${kind.padEnd(14)} ${String(added).padStart(6)} ${dryRun ? "would be added" : "added"}, ${there} there already`,
      );
    }
    return 0;
  } catch (error) {
    if (error instanceof Invalid) return told(error.fields);
    if (error instanceof Conflict)
      throw new Unusable(`${sentence({ path: "", code: error.rule })} Nothing was imported.`);
    if (error instanceof Refused)
      throw new Unusable(
        "This account may not import into this case. Nothing was imported; the refusal is on record.",
      );
    throw error;
  }
}

/** Names every fault: file, id, field, and what to do. */
function told(faults: readonly FieldProblem[]): number {
  console.error(
    `Nothing was imported. ${faults.length === 1 ? "One fault was found" : `${faults.length} faults were found`}:`,
  );
  for (const fault of faults) {
    const [file, id, ...field] = fault.path.replace(/^files\./, "").split(".");
    const where = [`${file ?? ""}.json`, id, field.join(".")].filter(
      (part) => part !== undefined && part !== "",
    );
    console.error(`  ${where.join(" · ")}: ${sentence(fault)}`);
  }
  return 1;
}

function sentence({ code, params }: FieldProblem): string {
  const values = { min: "none", max: "none", ...params };
  if (code.startsWith("dates.")) return translatorFor("en", "dates")(code.slice("dates.".length), values);
  const key = [`field.${code}`, `rule.${code}`].find((one) => t.has(one));
  return t(key ?? "field.invalid", values);
}
