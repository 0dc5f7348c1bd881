// Everything that must hold, in one command. Prints a line for each stage, the output of those that fail, and last
// of all `N passed, N failed`. Each check counts as one test; vitest and Playwright count their own.
//   node bin/test.mjs           all of it (npm test)
//   node bin/test.mjs --quick   without the build and the browser (npm run verify)
//   node bin/test.mjs --long    the slow lane: large data, long journeys (npm run test:long)
import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error("This needs Node 24 or later; npm scripts bring their own: npm test");
  process.exit(1);
}

const quick = process.argv.includes("--quick");
const long = process.argv.includes("--long");
const MINUTE_MS = 60_000;
const STAGE_MINUTES_MAX = long ? 60 : 25;
const TAIL_LINES = 120;
const PATIENCE_MS = 20_000;

const reports = mkdtempSync(join(tmpdir(), "attest-run-"));
const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  NO_COLOR: "1",
  ...(long ? { ATTEST_LONG: "1" } : { ATTEST_LANE: "short" }),
};

const children = new Set();

/** Ends a child with everything it started; the child leads a process group of its own. */
function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    interrupted = true;
    if (children.size === 0) process.exit(1);
    // Playwright cleans up after SIGINT alone: it closes the browser and the server it tests.
    for (const child of children) end(child, "SIGINT");
    setTimeout(() => process.exit(1), PATIENCE_MS);
  });
}
process.on("exit", () => {
  for (const child of children) end(child, "SIGKILL");
  rmSync(reports, { recursive: true, force: true });
});

/**
 * Runs a command; resolves to its exit code (1 when it could not start or took too long) and its output.
 * @param more settings of its environment beside those of all stages
 */
function run([command, ...args], minutesMax = STAGE_MINUTES_MAX, more = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      env: { ...environment, ...more },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const finish = (code) => {
      clearTimeout(timer);
      children.delete(child);
      if (!interrupted) done({ code, output });
      else if (children.size === 0) process.exit(1);
    };
    const timer = setTimeout(() => {
      output += `\nstopped after ${minutesMax} minutes\n`;
      end(child, "SIGKILL");
    }, minutesMax * MINUTE_MS);
    children.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => {
      output += error.message;
      finish(1);
    });
    child.on("close", (code) => finish(code ?? 1));
  });
}

const script = (name, ...args) =>
  run(["npm", "run", "--silent", name, ...(args.length > 0 ? ["--", ...args] : [])]);
const total = { passed: 0, failed: 0 };
/** What failed, a line each: said again at the end, where it is found. */
const failures = [];

/**
 * Runs one stage and prints its line.
 * @param {string} name
 * @param {() => Promise<{ code: number, output: string, passed?: number, failed?: number, skipped?: number }>} work
 * @returns {Promise<boolean>} whether it passed
 */
async function stage(name, work) {
  const started = performance.now();
  const {
    code,
    output,
    passed = code === 0 ? 1 : 0,
    failed = code === 0 ? 0 : 1,
    skipped = 0,
  } = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  total.passed += passed;
  total.failed += failed;
  const counts =
    passed + failed + skipped > 1 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : "";
  console.log(
    `${failed === 0 ? "ok  " : "FAIL"} ${name.padEnd(8)} ${seconds.padStart(6)} s  ${counts}`.trimEnd(),
  );
  if (failed > 0)
    console.log(
      output
        .trimEnd()
        .split("\n")
        .slice(-TAIL_LINES)
        .map((line) => `     ${line}`)
        .join("\n"),
    );
  return failed === 0;
}

const reportOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

const FAILURE_LINES = 3;
/** A failed statement of SQL is one line with all its values. */
const FAILURE_LETTERS = 600;
const COLOUR = /\u001b\[[0-9;]*m/g;

/** Where, what, and the beginning of why. */
function failureOf(file, title, messages) {
  const why = messages
    .join("\n")
    .replace(COLOUR, "")
    .split("\n")
    .slice(0, FAILURE_LINES)
    .join(" / ")
    .slice(0, FAILURE_LETTERS);
  return `failed: ${relative(process.cwd(), resolve(file))}: ${title}: ${why}`;
}

/** The tests of a browser report, which nests them as its files do. */
const specsOf = (suite) => [
  ...(suite?.specs ?? []),
  ...(suite?.suites ?? []).flatMap((inner) => specsOf(inner)),
];

/** A run that failed, or that held no test, counts at least one failure, also when it broke beside its tests. */
function counted(result, { passed = 0, failed = 0, skipped = 0 }) {
  const silent = failed === 0 && (result.code !== 0 || (passed === 0 && !long));
  return { ...result, passed, failed: silent ? 1 : failed, skipped };
}

/** @param project of vitest.config.ts @param before what the command begins with */
async function unit(project, before = [], ...args) {
  const file = join(reports, `unit-${project.replace("*", "")}.json`);
  const told = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const result = await run([
    ...before,
    "npm",
    "run",
    "--silent",
    "unit",
    "--",
    "--project",
    project,
    ...told,
    ...args,
  ]);
  const report = reportOf(file);
  const broken =
    report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0) ??
    [];
  for (const file of report?.testResults ?? [])
    for (const test of file.assertionResults)
      if (test.status === "failed") failures.push(failureOf(file.name, test.fullName, test.failureMessages));
  failures.push(...broken.map((file) => failureOf(file.name, "the file", [file.message])));
  return counted(result, {
    passed: report?.numPassedTests,
    failed: (report?.numFailedTests ?? 0) + broken.length,
    skipped: report?.numPendingTests,
  });
}

/**
 * The browser tests go in two halves beside each other, each with a demonstration and a browser of its own: one browser and its
 * server leave half a machine idle. The first is what people do, the second what every page and door holds.
 */
const JOURNEYS = "e2e/journeys";
const HALVES = {
  journeys: { folders: [JOURNEYS], port: 0 },
  pages: { folders: foldersOf("e2e/*/*.spec.ts").filter((one) => one !== JOURNEYS), port: 20 },
};

/** The folders in which files of a form are: a new one is tested by itself. */
function foldersOf(form) {
  return [...new Set(globSync(form).map((file) => dirname(file)))];
}
const E2E_PORT = Number(process.env["ATTEST_E2E_PORT"] ?? 3111);

/** @param name of a half */
async function e2e(name) {
  const { folders, port } = HALVES[name];
  const file = join(reports, `e2e-${name}.json`);
  const told = ["--output", `test-results/${name}`, ...(long ? ["--pass-with-no-tests"] : [])];
  const result = await run(["npm", "run", "--silent", "e2e", "--", ...folders, ...told], STAGE_MINUTES_MAX, {
    ATTEST_E2E_REPORT: file,
    ATTEST_E2E_PORT: String(E2E_PORT + port),
  });
  const unguarded = /^NOT in a network of its own.*$/m.exec(result.output);
  if (unguarded) console.log(`     ${unguarded[0]}`);
  const report = reportOf(file);
  const stats = report?.stats;
  for (const spec of specsOf(report))
    if (!spec.ok) {
      const errors = spec.tests.flatMap((test) => test.results.flatMap((one) => one.errors));
      failures.push(
        failureOf(
          spec.file,
          spec.title,
          errors.map((error) => error.message),
        ),
      );
    }
  return counted(result, {
    passed: stats?.expected,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped,
  });
}

async function tools() {
  const { provide } = await import("./test-tools.mjs");
  let output = "";
  const missing = await provide(async (command) => (output += (await run(command, 8)).output), {
    browser: !quick,
  });
  return { code: missing.length > 0 ? 1 : 0, output: `${output}\nmissing: ${missing.join(", ")}` };
}

/** Lint reads the types that Next writes for its routes, so it comes after them; the rest stands alone. */
const checks = () =>
  Promise.all([
    stage("types", () => script("types")).then(() => stage("lint", () => script("lint"))),
    stage("format", () => script("format:check"))
      .then(() => stage("layers", () => script("layers")))
      .then(() => stage("rooms", () => script("rooms")))
      .then(() => stage("schema", () => script("schema")))
      .then(() => stage("knip", () => script("knip"))),
  ]);

/** Whoever is nice takes what the others leave. Linux shares out by sessions before it looks at who is nice in one (sched(7), autogroup). */
const NICE = ["sh", "-c", '{ echo 19 > /proc/self/autogroup; } 2>/dev/null; exec nice -n 19 "$@"', "sh"];

await stage("tools", tools);
if (!long) await checks();
await stage("unit", () => unit("sqlite*"));
if (quick) await stage("postgres", () => unit("postgres*"));
else if (await stage("build", () => script("build")))
  await Promise.all([
    ...Object.keys(HALVES).map((half) => stage(half, () => e2e(half))),
    stage("postgres", () => unit("postgres*", NICE, "--maxWorkers=1")),
  ]);
else await stage("e2e", async () => ({ code: 1, output: "not run: there is no build to test" }));

if (total.passed + total.failed === 0) total.failed = 1;
for (const failure of failures) console.log(failure);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
