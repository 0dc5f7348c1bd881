// Checks the layers (see .dependency-cruiser.cjs) and what the browser may reach from a "use client" file.
// A checker that sees nothing also finds nothing, so this one first shows that it can see: it must have followed
// imports through the `#lib/…` names, and on a planted tree every single rule must go red.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { words } from "./house.mjs";
import { canary } from "./layer-canary.mjs";

const ROOTS = ["app", "components", "lib", "db", "bin", "e2e", "docs", "proxy.ts", "instrumentation.ts"];
const CRUISER = resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");

/** Cruises the tree in `folder`; resolves to dependency-cruiser's JSON. */
function cruise(folder) {
  const roots = ROOTS.filter((root) => existsSync(join(folder, root)));
  const args = [CRUISER, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...roots];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const parts = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (parts.out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (parts.err += text));
    child.on("error", fail);
    child.on("close", () => {
      if (parts.out.trim().startsWith("{")) done(JSON.parse(parts.out));
      else fail(new Error(`dependency-cruiser gave no answer: ${parts.err || parts.out}`));
    });
  });
}

const startsWith = (folder, file, directive) =>
  /\.tsx?$/.test(file) &&
  new RegExp(`^(?:\\s|//.*\\n|/\\*[\\s\\S]*?\\*/)*["']${directive}["']`).test(
    readFileSync(join(folder, file), "utf8"),
  );

const WORDS = new RegExp(`^lib/(?:${words.join("|")})$`);
const SERVER_PACKAGES =
  /node_modules\/(?:drizzle-orm|better-sqlite3|pg|@electric-sql|next\/headers|server-only)\b/;

/** Says why the browser may not have this module, or nothing. */
function serverOnly({ resolved: file, dependencyTypes }) {
  if (dependencyTypes.includes("core")) return "a Node module";
  if (/node_modules\/(?:zod|edtf)\//.test(file))
    return "schemas and their parser, which are heavy; the browser has words.ts";
  if (
    SERVER_PACKAGES.test(file) ||
    ["db/", "bin/", "lib/platform/"].some((folder) => file.startsWith(folder))
  ) {
    return "server code";
  }
  if (!file.startsWith("lib/") || /^lib\/(?:i18n|core)\//.test(file) || WORDS.test(file)) return undefined;
  return "not a vocabulary";
}

/** Walks from every "use client" file over value imports; a "use server" file is a remote call and ends the walk. */
function clientReach(folder, modules) {
  const own = modules.filter(
    (module) => !module.source.startsWith("node_modules") && existsSync(join(folder, module.source)),
  );
  const bySource = new Map(own.map((module) => [module.source, module]));
  const clients = own.filter(
    ({ source }) => !/\.test\.tsx?$/.test(source) && startsWith(folder, source, "use client"),
  );
  const found = [];
  const seen = new Set();
  const walk = (source, path) => {
    if (seen.has(source)) return;
    seen.add(source);
    for (const edge of bySource.get(source)?.dependencies ?? []) {
      if (edge.dependencyTypes.includes("type-only")) continue;
      const reason = serverOnly(edge);
      const trail = [...path, edge.resolved];
      if (reason)
        found.push({
          rule: "client-reach",
          from: source,
          to: edge.resolved,
          text: `${trail.join(" → ")} (${reason})`,
        });
      else if (bySource.has(edge.resolved) && !startsWith(folder, edge.resolved, "use server"))
        walk(edge.resolved, trail);
    }
  };
  for (const { source } of clients) walk(source, [source]);
  return found;
}

/** Everything wrong with the tree in `folder`, and how much of it was seen. */
async function inspect(folder) {
  const { modules, summary } = await cruise(folder);
  const broken = summary.violations.map(({ rule, from, to, cycle, comment }) => ({
    rule: rule.name,
    from,
    to,
    text: `${from}${to === from ? "" : ` → ${to}`}${cycle ? ` (cycle: ${cycle.map((c) => c.name).join(" → ")})` : ""}`,
    comment,
  }));
  const edges = modules.flatMap((module) => module.dependencies);
  return {
    broken: [...broken, ...clientReach(folder, modules)],
    cruised: summary.totalCruised,
    aliased: edges.filter(
      (edge) => edge.module.startsWith("#") && /^(?:app|components|lib|db)\//.test(edge.resolved),
    ).length,
  };
}

/** Plants a tree in which every rule is broken once; resolves to the rules that stayed green. */
async function blindRules() {
  const folder = mkdtempSync(join(tmpdir(), "attest-layers-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const file of [".dependency-cruiser.cjs", "bin/house.mjs", "tsconfig.json"]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  for (const [file, text] of Object.entries(canary.files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { broken } = await inspect(folder);
  const hit = (planted) => broken.some((b) => b.rule === planted.rule && b.from === planted.from);
  const unplanned = broken
    .filter((b) => canary.clean.includes(b.from))
    .map((b) => `${b.rule} accuses ${b.text}`);
  return [
    ...canary.planted.filter((p) => !hit(p)).map((p) => `${p.rule} did not see ${p.from}`),
    ...unplanned,
  ];
}

const usesAliases = () => existsSync("lib/core") && existsSync("app/layout.tsx");
const [{ broken, cruised, aliased }, blind] = await Promise.all([inspect("."), blindRules()]);
const faults = [...broken.map((b) => `${b.rule}: ${b.text}`), ...blind.map((text) => `canary: ${text}`)];
if (cruised === 0) faults.push("nothing was cruised");
if (aliased === 0 && usesAliases()) faults.push("no `#…` import was followed into the tree");
for (const fault of faults) console.error(fault);
console.log(
  `${cruised} modules, ${aliased} imports by name, ${canary.planted.length} planted violations; ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
