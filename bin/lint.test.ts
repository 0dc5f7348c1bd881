import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

// The rules this code base leans on, each broken once: a linter that is set up wrongly reports nothing and looks green.
const planted = {
  "lib/cases/commands/forgotten.ts": [
    'import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";',
    'import { pgTable, text } from "drizzle-orm/pg-core";',
    'const cases = pgTable("cases", { id: text("id") });',
    "type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;",
    'export async function forgotten(tx: Pick<Db, "insert" | "delete">): Promise<void> {',
    '  tx.insert(cases).values({ id: "1" });',
    "  void tx.delete(cases);",
    '  await tx.insert(cases).values({ id: "2" });',
    "}",
  ],
  "lib/cases/rules.ts": [
    'import { one } from "./vocabulary";',
    "export function stage(kind: 'open' | 'closed', x: any) {",
    "  switch (kind) {",
    "    case 'open':",
    "      return [one, x];",
    "  }",
    "  return [];",
    "}",
    "export default stage;",
  ],
  "lib/cases/vocabulary.ts": ["export const one = 1;"],
  "lib/cases/views.ts": [
    'import { env } from "node:process";',
    "export const views = [process.env['HOME'], env['HOME'], globalThis.process.env];",
    "console.log(views);",
  ],
  "lib/platform/env.ts": ["export const home = process.env['HOME'];"],
  "lib/platform/log.ts": ["export const log = (text: string) => console.log(text);"],
  "lib/cases/find.ts": [
    "export async function find() {",
    '  "use cache";',
    "  return Promise.resolve(1);",
    "}",
  ],
  "lib/cases/jobs.ts": [...Array.from({ length: 300 }, (_, i) => `// ${i}`), "export const long = 1;"],
  "components/cases/card.tsx": [
    "export function Card({ open }: { open: boolean }) {",
    "  return (",
    '    <section aria-label="Case" onClick={() => open}>',
    '      <img src="/seal.png" />',
    "      Closed",
    "    </section>",
    "  );",
    "}",
  ],
};

let folder = "";
let reported: string[] = [];

const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "attest-lint-"));
  for (const file of [".oxlintrc.json", "bin/lint-house.mjs", "tsconfig.json"]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const [file, lines] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  }
  const linter = resolve("node_modules/.bin/oxlint");
  const run = spawnSync(linter, ["--format", "json", "lib", "components"], { cwd: folder, encoding: "utf8" });
  reported = Report.parse(JSON.parse(run.stdout)).diagnostics.map(
    ({ code, filename }) => `${filename} ${code}`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [
    "a statement nobody awaits, also one thrown away with void",
    "lib/cases/commands/forgotten.ts typescript(no-floating-promises)",
    2,
  ],
  ["a switch that forgets a case", "lib/cases/rules.ts typescript(switch-exhaustiveness-check)", 1],
  ["any", "lib/cases/rules.ts typescript(no-explicit-any)", 1],
  ["an import without its ending", "lib/cases/rules.ts import(extensions)", 1],
  ["a default export", "lib/cases/rules.ts import(no-default-export)", 1],
  ["a setting read in a room", "lib/cases/views.ts node(no-process-env)", 1],
  ["a setting read by a side door", "lib/cases/views.ts house(no-hidden-env)", 2],
  ["a line on the console", "lib/cases/views.ts eslint(no-console)", 1],
  ["a shared cache", "lib/cases/find.ts house(no-use-cache)", 1],
  ["a file of 301 lines", "lib/cases/jobs.ts eslint(max-lines)", 1],
  ["a picture without words", "components/cases/card.tsx jsx-a11y(alt-text)", 1],
  [
    "a click nobody can make with a keyboard",
    "components/cases/card.tsx jsx-a11y(click-events-have-key-events)",
    1,
  ],
  ["words outside the catalogue", "components/cases/card.tsx react(jsx-no-literals)", 2],
])("%s is reported", (_what, fault, times) => {
  expect(reported.filter((found) => found === fault)).toHaveLength(times);
});

test("the two places that may read settings and write lines are left alone", () => {
  const told = reported.filter((found) =>
    /^lib\/platform\/.*(?:process-env|hidden-env|no-console)/.test(found),
  );
  expect(told).toEqual([]);
});
