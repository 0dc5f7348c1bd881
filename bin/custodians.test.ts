import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accounts, auditEvents } from "#db/schema/index.ts";
import { openSqlite } from "#db/store.ts";
import { execute } from "#lib/core/execute.ts";
import { openInstallation } from "#lib/core/installation.ts";
import { approveKeyChange } from "#lib/keys/commands/approve-key-change.ts";
import { requestKeyChange } from "#lib/keys/commands/request-key-change.ts";
import { readEnv } from "#lib/platform/env.ts";
import { shareFrom } from "#lib/platform/share-text.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";
import { aSecondAdministrator } from "#lib/testing/specimens/invitations.ts";
import { aPlace } from "#lib/testing/specimens/places.ts";
import { aWorld, MARKER, type Person, type World } from "#lib/testing/world.ts";

let rest: string;
let data: string;
/** The account of the second administrator. */
let other: string;
const KEY_FILE = () => join(data, "keys", "master.key");

function keys(args: string[], typed = ""): Promise<{ code: number; output: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const settings = { env: { ...environment, ATTEST_DATA: data, ATTEST_TEST_DIALECT: "" } };
  return new Promise((done) => {
    const child = execFile(process.execPath, ["bin/keys.ts", ...args], settings, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
    child.stdin?.end(typed);
  });
}
const sheetsIn = (output: string): string[] =>
  [...output.matchAll(/^ATTEST-SHARE .*\n.*\n.*\n.*$/gm)].map(([sheet]) => sheet);
async function makeSheets(as: string): Promise<string[]> {
  const args = ["custodians", "--as", as, "--shares", "3", "--needed", "2"];
  const { code, output } = await keys(args);
  expect([code, output]).toEqual([0, expect.stringContaining("Hand each sheet to one person")]);
  return sheetsIn(output);
}

async function nameOf({ fresh }: World, { accountId }: Person): Promise<string> {
  const [row] = await fresh.store.read
    .select({ name: accounts.name })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  return row?.name ?? "";
}

beforeAll(async () => {
  rest = mkdtempSync(join(tmpdir(), "attest-custodians-"));
  data = join(rest, "data");
  const world = await aWorld();
  await aPlace(world);
  // Each change that is made below, by whoever makes it and with the yes of the other.
  const first = world.person("administrator");
  const second = await aSecondAdministrator(world);
  other = await nameOf(world, second);
  const changes: [Person, Person, "rotated" | "custodians_set"][] = [
    [first, second, "custodians_set"],
    [second, first, "custodians_set"],
    [first, second, "rotated"],
  ];
  for (const [by, agreeing, what] of changes) {
    const { id, version } = await execute(requestKeyChange, by, { what });
    await execute(approveKeyChange, agreeing, { permitId: id, version });
  }
  layTestKeys(data);
  await world.fresh.directSql(`vacuum into '${join(data, "attest.sqlite")}'`);
  await world.close();
});
afterAll(() => rmSync(rest, { recursive: true, force: true }));

it("two of three custodians bring back all from a data folder without its secret, one cannot, and the log says both that they were set and that they recovered", async () => {
  const wrong = await keys(["custodians", "--as", "administrator", "--needed", "4"]);
  expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining("Nothing was changed")]);
  expect((await keys(["recover"])).output).toContain("already");
  const earlier = await makeSheets("administrator");
  // The yes was for one change.
  const unasked = await keys(["custodians", "--as", "administrator"]);
  expect([unasked.code, unasked.output]).toEqual([
    1,
    expect.stringMatching(/^Another administrator .*Nothing was changed/),
  ]);
  const sheets = await makeSheets(other);
  expect(sheets.map((sheet) => shareFrom(sheet).number)).toEqual([1, 2, 3]);
  // Rotated, with no custodian there, and moved to a machine that has no secret.
  expect((await keys(["rotate", "--as", "administrator"])).code).toBe(0);
  renameSync(KEY_FILE(), join(rest, "lost.key"));
  const ringBefore = readFileSync(join(data, "keys", "ring.json"), "utf8");
  const [first = "", second = "", third = ""] = sheets;
  const mistyped = second
    .split("\n")
    .with(2, second.split("\n")[3] ?? "")
    .join("\n");
  const refused: [string, string][] = [
    ["too few shares", first],
    ["another set", earlier.join("\n")],
    ["Share 2: Line 3 has a mistake", `${first}\n${mistyped}`],
  ];
  for (const [sentence, typed] of refused) {
    const { code, output } = await keys(["recover"], typed);
    expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
    expect(output).toContain("Nothing was changed");
    expect(output).not.toMatch(/at .*:\d+/);
  }
  expect(readFileSync(join(data, "keys", "ring.json"), "utf8")).toBe(ringBefore);
  expect(existsSync(KEY_FILE())).toBe(false);

  const typed = `${third.toLowerCase()}\n\n${first.replaceAll("0", "O")}\n`;
  const { code, output } = await keys(["recover"], typed);
  expect([code, output]).toEqual([0, expect.stringContaining("The keys were recovered")]);
  expect(statSync(KEY_FILE()).mode & 0o777).toBe(0o600);
  expect(readFileSync(KEY_FILE(), "utf8")).not.toContain(TEST_ROOT.toString("hex"));
  const { fileKey } = await openInstallation(readEnv({ ATTEST_DATA: data }));
  const store = openSqlite(join(data, "attest.sqlite"), fileKey);
  const rows = await store.read.select({ seq: auditEvents.seq, body: auditEvents.body }).from(auditEvents);
  await store.close();
  const log = rows.toSorted((a, b) => a.seq - b.seq).map(({ body }) => JSON.parse(body) as { act: string });
  expect(log.slice(-5)).toMatchObject([
    { act: "keys.change", reason: "custodians_set", rules: ["keys.second_person"] },
    { act: "keys.change", dec: "deny" },
    { act: "keys.change", reason: "custodians_set" },
    { act: "keys.change", reason: "rotated" },
    { act: "keys.recover", auth: "setup", dec: "allow" },
  ]);
  // What a person could hand out is on no disk.
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    for (const sheet of sheets) expect(bytes.includes(sheet.split("\n")[1] ?? "")).toBe(false);
    expect(bytes.includes(MARKER)).toBe(false);
  }
});
