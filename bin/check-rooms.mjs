// Checks the shape of the tree: what a room may hold, what files are called, how long they are, that every verb and
// question stands in the registry under its own name, and that the paths named in the documentation exist.
import { existsSync, globSync, readFileSync } from "node:fs";
import { isTest, machinery, roomExtras, roomFiles } from "./house.mjs";

const LINES_MAX = 300;
const VERB_LINES_MAX = 150;
const VAGUE = /^(?:utils?|helpers?|misc|common|types)$/;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const CODE = /\.(?:tsx?|mjs|cjs|css)$/;
const FACTORY = { commands: "command", queries: "query" };

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");
const listed = globSync("{app,components,lib,db,bin,e2e,docs}/**/*.*", { withFileTypes: true });
const files = listed
  .filter(
    (entry) => entry.isFile() && !/(?:^|\/)\.|db\/migrations\//.test(`${entry.parentPath}/${entry.name}`),
  )
  .map((entry) => `${entry.parentPath}/${entry.name}`.replace(`${process.cwd()}/`, ""))
  .sort();

const matches = (pattern, path) =>
  new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("**", ".+").replaceAll("*", "[^/]+")}$`).test(
    path,
  );

/** A room holds the files of its vocabulary and nothing else. */
function roomFaults(file) {
  const [, room, rest] = /^lib\/([^/]+)\/(.+)$/.exec(file) ?? [];
  if (!room || machinery.includes(room) || isTest.test(file)) return [];
  const extras = roomExtras.filter((extra) => extra.room === room).map((extra) => extra.file);
  return [...roomFiles, ...extras].some((pattern) => matches(pattern, rest))
    ? []
    : [`${file}: a room has no such file`];
}

/** Names are kebab-case and say what is inside. Next's marks are set aside: (group), [caseId], _parts, @slot. */
function nameFaults(file) {
  if (file.endsWith("/README.md") || /^db\/seed\/.*\.json$/.test(file)) return []; // data keeps the names it came with
  const parts = file
    .split("/")
    .map((part) => part.replace(/^\[.*\]$/, "parameter").replace(/^[(_@]|\)$/g, ""));
  const vague = CODE.test(file) ? parts.filter((part) => VAGUE.test(part.split(".")[0])) : [];
  return [
    ...parts.filter((part) => !KEBAB.test(part)).map((part) => `${file}: "${part}" is not kebab-case`),
    ...vague.map((part) => `${file}: "${part}" does not say what is inside`),
  ];
}

function sizeFaults(file) {
  if (!CODE.test(file) || isTest.test(file) || file.startsWith("e2e/")) return [];
  if (file === "lib/registry.ts" || file === "db/projections.ts") return []; // lists that grow with the program
  if (file.startsWith("docs/verify/")) return []; // handed out one by one, so each is whole in itself
  const limit = /^lib\/[^/]+\/(?:commands|queries)\//.test(file) ? VERB_LINES_MAX : LINES_MAX;
  const lines = read(file).trimEnd().split("\n").length;
  return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
}

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const registry = read("lib/registry.ts");

/** One verb or question a file, under its own name, and listed in lib/registry.ts. */
function verbFaults(file) {
  if (!/^lib\/.*\.ts$/.test(file) || file.startsWith("lib/core/") || isTest.test(file)) return [];
  const [path, folder, name] = /^lib\/([^/]+\/(commands|queries)\/([^/]+)\.ts)$/.exec(file)?.slice(1) ?? [];
  const verbs = [...read(file).matchAll(/^export const (\w+)(?::[^=]+)? = (command|query)\s*[<(]/gm)];
  if (!path) return verbs.map(([, verb, kind]) => `${file}: ${verb} is a ${kind} outside its folder`);
  const faults = [];
  const [, verb, kind] = verbs[0] ?? [];
  if (verbs.length !== 1 || kind !== FACTORY[folder])
    faults.push(`${file}: holds one exported ${FACTORY[folder]}`);
  else if (kebab(verb) !== name) faults.push(`${file}: the file of ${verb} is ${kebab(verb)}.ts`);
  const imported = [`"./${path}"`, `"#lib/${path}"`].some((source) => registry.includes(`from ${source}`));
  return imported ? faults : [...faults, `${file}: is not listed in lib/registry.ts`];
}

/** Every path in backticks in a top document exists. Patterns and placeholders (`*`, `<room>`, `…`) are no paths. */
function documentFaults(document) {
  const text = read(document).replace(/^```[\s\S]*?^```/gm, "");
  const words = [...text.matchAll(/`([^`\s]+)`/g)].map(([, word]) =>
    word.replace(/:\d+$/, "").replace(/^\.\//, ""),
  );
  const paths = words.filter((word) =>
    /^(?:app|components|lib|db|bin|e2e|docs|public|\.ci)\/[^*<>{}…$]*$/.test(word),
  );
  const absent = [...new Set(paths)].filter((path) => !existsSync(path));
  return absent.map((path) => `${document}: \`${path}\` does not exist`);
}

const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", ...globSync("docs/*.md")];
const faults = [
  ...files.flatMap((file) => [
    ...roomFaults(file),
    ...nameFaults(file),
    ...sizeFaults(file),
    ...verbFaults(file),
  ]),
  ...documents.flatMap(documentFaults),
];
if (files.length === 0) faults.push("no file was seen");
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
