import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const openCase = 'export const openCase = command({ name: "case.open" });\n';
const listCases = 'export const listCases = query({ name: "case.list" });\n';
const registry =
  'import { openCase } from "./cases/commands/open-case.ts";\nimport { listCases } from "#lib/cases/queries/list-cases.ts";\n';
const sound = {
  "lib/cases/vocabulary.ts": "export {};\n",
  "lib/cases/rules/stages.ts": "export {};\n",
  "lib/cases/commands/open-case.ts": openCase,
  "lib/cases/commands/open-case.db.test.ts": "export {};\n",
  "lib/cases/queries/list-cases.ts": listCases,
  "lib/core/anything-goes.ts": "export {};\n",
  "lib/registry.ts": registry,
  "lib/witnesses/vault.ts": "export {};\n",
  "db/seed/coastal/README.md": "",
  "db/seed/coastal/media_items.json": "[]",
  "lib/codebook/violations.ts": "export {};\n",
  "lib/exports/formats/dossier.typ": "= Dossier\n",
  "app/(desk)/cases/[caseId]/_parts/case-card.tsx": "export {};\n",
  "docs/architecture.md": "See `lib/cases/vocabulary.ts:3`, `lib/<room>/rules.ts` and `bin/*.mjs`.\n",
};

/** Runs the check on a tree of these files; the sound tree stands below them. */
function faultsOf(planted: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "attest-rooms-"));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...sound, ...planted })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const run = spawnSync(process.execPath, [resolve("bin/check-rooms.mjs")], {
    cwd: folder,
    encoding: "utf8",
  });
  const faults = run.stderr.trim().split("\n").filter(Boolean);
  expect(run.status).toBe(faults.length > 0 ? 1 : 0);
  return faults;
}

describe("the shape of the tree", () => {
  test("a sound tree has no fault", () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each([
    ["a file outside a room's vocabulary", "lib/cases/service.ts", "", "a room has no such file"],
    ["the vault in another room", "lib/cases/vault.ts", "", "a room has no such file"],
    ["a folder inside commands", "lib/cases/commands/deep/open-case.ts", "", "a room has no such file"],
    ["a vague name", "lib/core/helpers.ts", "", '"helpers.ts" does not say what is inside'],
    ["a vague folder", "components/common/card.tsx", "", '"common" does not say what is inside'],
    ["a name in camel case", "components/cases/caseCard.tsx", "", '"caseCard.tsx" is not kebab-case'],
    ["a long file", "lib/core/long.ts", "//\n".repeat(301), "301 lines, at most 300"],
    [
      "a long verb",
      "lib/cases/commands/open-case.ts",
      openCase + "//\n".repeat(150),
      "151 lines, at most 150",
    ],
    [
      "two verbs in a file",
      "lib/cases/commands/open-case.ts",
      openCase + openCase,
      "holds one exported command",
    ],
    [
      "a file without its verb",
      "lib/cases/commands/open-case.ts",
      "export {};\n",
      "holds one exported command",
    ],
    [
      "a question among the verbs",
      "lib/cases/commands/open-case.ts",
      listCases,
      "holds one exported command",
    ],
    [
      "a verb under another name",
      "lib/cases/commands/open-case.ts",
      openCase.replace("open", "close"),
      "close-case.ts",
    ],
    ["a verb outside its folder", "lib/cases/rules.ts", openCase, "openCase is a command outside its folder"],
    [
      "a verb nobody listed",
      "lib/registry.ts",
      registry.replace("./cases/commands/open-case.ts", "x"),
      "not listed",
    ],
    [
      "a document that names a lost file",
      "docs/architecture.md",
      "See `lib/cases/gone.ts`.\n",
      "does not exist",
    ],
  ])("%s is a fault", (_what, file, text, fault) => {
    expect(faultsOf({ [file]: text }).join("\n")).toContain(fault);
  });

  test("a tree without files is a fault, not a success", () => {
    const folder = mkdtempSync(join(tmpdir(), "attest-rooms-"));
    folders.push(folder);
    const run = spawnSync(process.execPath, [resolve("bin/check-rooms.mjs")], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([run.status, run.stderr.trim()]).toEqual([1, "no file was seen"]);
  });
});
