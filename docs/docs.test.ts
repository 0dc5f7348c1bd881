import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { unusedKeys } from "./message-use.ts";

const read = (file: string) => readFileSync(file, "utf8");
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read("package.json")));
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...globSync("docs/*.md")].filter(
  existsSync,
);

describe("the documentation", () => {
  test("names only commands that package.json has", () => {
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/\bnpm (?:run ([a-z][\w:-]*)|(test|start)\b)/g)].map(([, run, short]) => [
        file,
        run ?? short,
      ]),
    );
    expect(named.filter(([, script]) => !scripts[script ?? ""])).toEqual([]);
  });

  test("stands on commands whose files exist", () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/\bbin\/[\w-]+\.\w+/g) ?? []);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });
});

type Tree = { [key: string]: string | Tree };
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));
const keysOf = (tree: Tree, path: string): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}.${key}`] : keysOf(value, `${path}.${key}`),
  );

test("every message is asked for by some line of the program", () => {
  const catalogues = globSync("lib/i18n/messages/en/*.json");
  const keys = catalogues.flatMap((file) =>
    keysOf(Tree.parse(JSON.parse(read(file))), basename(file, ".json")),
  );
  const files = globSync("{app,components,lib,bin,db}/**/*.{ts,tsx,mjs}").filter(
    (file) => !/\.test\.tsx?$|^lib\/i18n\/messages\/|^db\/migrations\//.test(file),
  );
  expect(
    unusedKeys(
      keys,
      files.map((file) => ({ file, text: read(file) })),
    ),
  ).toEqual([]);
});
