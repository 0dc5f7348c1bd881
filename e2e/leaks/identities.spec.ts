/**
 * Who is behind a code is nowhere but in the vault: 200 people in both scripts are recorded, one is opened by who may, and then
 * everything that can be read is searched, by everybody who may not, in every file that the program leaves, and in a stolen disk.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { caseRoles, permissions } from "#lib/access/permissions.ts";
import { anExport, approved, mayLeave } from "#lib/testing/specimens/exports.ts";
import { aRecipient } from "#lib/testing/specimens/recipients.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import type { PersonKey } from "#lib/testing/world.ts";
import { openDatabase } from "../fixtures/database.ts";
import { addressesOf } from "../fixtures/everywhere.ts";
import { theFirstAdministrator } from "../fixtures/first-administrator.ts";
import { everyId } from "../fixtures/hidden-web.ts";
import { type RunningServer, startServer } from "../fixtures/server.ts";
import type { Answer } from "../fixtures/visitor.ts";
import { canariesIn, canary } from "./canaries.ts";
import { aServedWorld, type ServedWorld } from "./world.ts";

/** Of poppler, which the run installs. */
const PRINT_READER = "pdftotext";
const PEOPLE = 200;
/** Numbers of what is told in accounts begin above those of people. */
const TOLD = 1_000;
/** Every role that may not open an identity. */
const OUTSIDERS: readonly PersonKey[] = [
  ...caseRoles.filter((role) => !permissions["identity.reveal"].some((may) => may === role)),
  "administrator",
  "auditor",
  "stranger",
];

let server: RunningServer;
let world: ServedWorld;
let rest: string;
let trace: string;
const witnessIds: string[] = [];
const identityIds: string[] = [];
let exportId = "";

const person = (number: number) => ({
  name: canary(number),
  aliases: [{ alias: `${canary(number)} the younger` }],
  phones: [{ phone: `+000 ${String(number).padStart(7, "0")}` }],
  emails: [],
  address: `A street of ${canary(number)}`,
  relatives: `A sister of ${canary(number)}`,
  papers: [{ paper: `P-${number} ${canary(number)}` }],
  likeness: `A scar like ${canary(number)}`,
});

const isPerson = (found: string) => !/^\d+$/.test(found) || Number(found) <= PEOPLE;
const peopleIn = (bytes: Buffer | string) => canariesIn(Buffer.from(bytes)).filter(isPerson);
const filesIn = (folder: string) =>
  globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
/** Every file of a folder in which one of the canaries is. */
const showing = (folder: string, find: (bytes: Buffer) => string[]) =>
  filesIn(folder).filter((path) => find(readFileSync(path)).length > 0);

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  rest = mkdtempSync(join(tmpdir(), "attest-identities-"));
  trace = join(rest, "trace");
  server = await startServer({ arguments: [], env: { ATTEST_TRACE: trace } });
  world = await aServedWorld(server.baseURL, {
    administrator: await theFirstAdministrator(server),
    keys: [...caseRoles, "legal_officer2", "auditor", "stranger"],
    asAuditor: (name) => giveRole(name, "auditor"),
    word: (number) => canary(TOLD + number),
    plainWord: (number) => `name${number}`,
  });
  // Whoever is on call sees nothing of a case but in an emergency, so there is one.
  const emergency = { caseId: world.caseId, reason: "nobody answers", minutes: 30 };
  expect((await world.visitor("on_call").command("emergency.open", emergency)).status).toBe(200);
  const { id: testimonyId } = await anAcceptedTestimony(world, {});
  await mayLeave(world, testimonyId);
  const investigator = world.visitor("investigator");
  const record = async (personId: string, number: number) => {
    const { status, body } = await investigator.command("identity.record", { ...person(number), personId });
    expect([status, body["rule"]]).toEqual([200, undefined]);
    witnessIds.push(personId);
    identityIds.push(String((body["result"] as { id: string }).id));
  };
  const read = await investigator.ask("testimony.read", { testimonyId });
  await record(String((read.body["testimony"] as { witnessId: string }).witnessId), 1);
  for (let number = 2; number <= PEOPLE; number += 1) await record((await aWitness(world)).id, number);
  const { id: recipientId } = await aRecipient(world);
  ({ id: exportId } = await anExport(world, recipientId));
  const status = async () =>
    (await world.visitor("legal_officer").ask("export.read", { exportId })).body["status"];
  await expect.poll(status, { timeout: 60_000 }).toBe("ready");
  await approved(world, exportId);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(rest, { recursive: true, force: true });
});

test("an identity is opened by who may, for a reason, and for nobody else", async () => {
  const [identityId = ""] = identityIds;
  const keeper = world.visitor("protection_officer");
  const without: Answer = await keeper.command("identity.reveal", { identityId });
  expect(without.status).toBe(403);
  const opened = await keeper.command("identity.reveal", { identityId, reasonCode: "contact" });
  expect(opened.status).toBe(200);
  const { id: revealId } = opened.body["result"] as { id: string };
  const shown = await keeper.ask("identity.readRevealed", { revealId });
  expect(peopleIn(JSON.stringify(shown.body))).toEqual(["0001"]);
  for (const who of OUTSIDERS) {
    const tried = await world.visitor(who).command("identity.reveal", { identityId, reasonCode: "contact" });
    expect([who, [403, 404].includes(tried.status)]).toEqual([who, true]);
    expect((await world.visitor(who).ask("identity.readRevealed", { revealId })).status).not.toBe(200);
  }
});

test("no page, question, list, search, history or error shows 200 people to anybody who may not open them", async () => {
  test.setTimeout(240_000);
  const [witnessId = "", ...others] = witnessIds;
  const ids = await everyId(world);
  const first = Object.fromEntries(Object.entries(ids).map(([name, all]) => [name, all.slice(0, 1)]));
  const pages = addressesOf({ ...first, witnessId: [witnessId], recordId: [witnessId] }).filter(
    ({ call }) => call === undefined,
  );
  const { caseId } = world;
  const asked: [string, object][] = [
    ["witness.list", { caseId, page: { size: 200 } }],
    ["witness.read", { witnessId }],
    ["identity.read", { personId: witnessId }],
    ["identity.listReveals", { caseId }],
    ["identity.seek", { caseId, name: person(7).name }],
    ["search.find", { text: person(7).name }],
    ["history.read", { recordId: witnessId }],
    ["witness.suggest", { caseId, text: "a" }],
    ["notice.list", { page: {} }],
  ];
  const found: string[] = [];
  let looked = 0;
  for (const who of OUTSIDERS) {
    const visitor = world.visitor(who);
    for (const [name, input] of asked) {
      const { body } = await visitor.ask(name, input);
      looked += 1;
      const shown = peopleIn(JSON.stringify(body));
      if (shown.length > 0) found.push(`${who}: ${name} shows ${shown.length}`);
    }
    // What is wrong is said without what was typed.
    for (const wrong of [
      { ...person(9), personId: "nobody" },
      { ...person(9), personId: others[0], name: 5 },
    ]) {
      const { body } = await visitor.command("identity.record", wrong);
      if (peopleIn(JSON.stringify(body)).length > 0) found.push(`${who}: an error says what was typed`);
    }
    for (const { path } of who === "investigator" ? pages : pages.slice(0, 20)) {
      const page = await (await visitor.fetch(path)).text();
      looked += 1;
      if (peopleIn(page).length > 0) found.push(`${who}: ${path}`);
    }
  }
  expect(found).toEqual([]);
  expect(looked).toBeGreaterThan(120);
});

test("an export tells of none of them, in tables, JSON or print", async () => {
  const fetched = await world.visitor("legal_officer").fetch(`/api/exports/${exportId}`, { method: "POST" });
  expect(fetched.status).toBe(200);
  const zip = join(rest, "bag.zip");
  writeFileSync(zip, Buffer.from(await fetched.arrayBuffer()));
  const bag = join(rest, "bag");
  execFileSync("unzip", ["-q", zip, "-d", bag]);
  const printed = filesIn(bag).filter((path) => path.endsWith(".pdf"));
  expect(printed.length).toBeGreaterThan(0);
  expect(showing(bag, peopleIn)).toEqual([]);
  // In print a number may stand apart from its word, so what is only said of people is looked for besides.
  for (const path of printed) {
    const text = execFileSync(PRINT_READER, [path, "-"], { encoding: "utf8" });
    expect(text.length).toBeGreaterThan(500);
    expect(canariesIn(Buffer.from(text)).filter((found) => /^\d+$/.test(found) && isPerson(found))).toEqual(
      [],
    );
    for (const words of ["the younger", "A street of", "A sister of", "A scar like", "+000 "])
      expect(text).not.toContain(words);
  }
  // What was told is in it, so the search is not blind.
  expect(showing(bag, (bytes) => canariesIn(bytes)).length).toBeGreaterThan(2);
});

test("no file of the program, its output, its temporary files or a backup holds one, and a stolen disk no word at all", async () => {
  const { dataFolder } = server;
  const out = join(rest, "backup");
  const backup = spawnSync(
    process.execPath,
    ["bin/backup.ts", "--out", out, "--keys", join(rest, "record-keys")],
    { env: { ...process.env, ATTEST_DATA: dataFolder, DATABASE_URL: "" }, encoding: "utf8" },
  );
  expect(backup.status, backup.stderr).toBe(0);
  for (const folder of [dataFolder, out, trace]) expect(showing(folder, peopleIn)).toEqual([]);
  expect(peopleIn(server.output())).toEqual([]);
  const stolen = join(rest, "stolen");
  cpSync(dataFolder, stolen, { recursive: true });
  rmSync(join(stolen, "keys", "master.key"));
  expect(existsSync(join(stolen, "attest.sqlite-wal"))).toBe(true);
  expect(showing(stolen, canariesIn)).toEqual([]);
  expect(showing(out, canariesIn)).toEqual([]);
  const opened = spawnSync(process.execPath, ["bin/verify-chain.ts"], {
    env: { ...process.env, ATTEST_DATA: stolen, DATABASE_URL: "" },
    encoding: "utf8",
  });
  expect([opened.status, opened.stderr]).toEqual([2, expect.stringContaining("There is no key file")]);
  // Nothing of the memory is written to the disk when the process dies.
  const limits = globSync("/proc/[0-9]*/cmdline")
    .filter((path) => maybeText(path)?.includes("bin/server.mjs\0"))
    .map((path) => maybeText(path.replace("cmdline", "limits")) ?? "")
    .map((text) => /Max core file size +(\S+)/.exec(text)?.[1]);
  expect(limits.length).toBeGreaterThan(0);
  expect(new Set(limits)).toEqual(new Set(["0"]));
});

test("the same search finds all 200 where they lie open, and every word told in a database without its cipher", async () => {
  const control = mkdtempSync(join(rest, "control-"));
  writeFileSync(
    join(control, "people.json"),
    JSON.stringify(Array.from({ length: PEOPLE }, (_, at) => person(at + 1))),
  );
  expect(showing(control, peopleIn)).toEqual([join(control, "people.json")]);
  expect(peopleIn(readFileSync(join(control, "people.json")))).toHaveLength(PEOPLE);
  const from = openDatabase(server.dataFolder, { readonly: true });
  from.prepare("vacuum into ?").run(join(control, "attest.sqlite"));
  from.close();
  copyFileSync(join(server.dataFolder, "keys", "ring.json"), join(control, "ring.json"));
  cpSync(join(server.dataFolder, "keys"), join(control, "keys"), { recursive: true });
  const plain = openDatabase(control);
  plain.pragma("rekey=''");
  plain.close();
  const bytes = readFileSync(join(control, "attest.sqlite"));
  expect(canariesIn(bytes).length).toBeGreaterThan(5);
  // Also there, without a cipher, the vault shows nobody: its parts are sealed by themselves.
  expect(peopleIn(bytes)).toEqual([]);
});

/** At the terminal of the machine, as where there is one administrator alone. */
function giveRole(to: string, role: "auditor"): void {
  const who = ["--as", "first.admin", "--to", to, "--role", role, "--reason", "nobody else is here"];
  const env = { ...process.env, ATTEST_DATA: server.dataFolder, DATABASE_URL: "" };
  const { status, stderr } = spawnSync(process.execPath, ["bin/give-role.ts", ...who], {
    env,
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
}

function maybeText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
