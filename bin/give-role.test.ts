import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { accountRoles, auditEvents } from "#db/schema/index.ts";
import { openSqlite } from "#db/store.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { layTestKeys } from "#lib/testing/test-keys.ts";

let world: World;
let data: string;
beforeAll(async () => {
  world = await aWorld();
  data = mkdtempSync(join(tmpdir(), "attest-give-role-"));
  layTestKeys(data);
  await world.fresh.directSql(`vacuum into '${join(data, "attest.sqlite")}'`);
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

function giveRole(...args: string[]): Promise<{ code: number; output: string }> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const env = { ...environment, ATTEST_DATA: data, ATTEST_TEST_DIALECT: "" };
  return new Promise((done) => {
    execFile(process.execPath, ["bin/give-role.ts", ...args], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}
const to = (name: string, as = "administrator") =>
  giveRole("--as", as, "--to", name, "--role", "administrator", "--reason", "two are needed");

async function kept() {
  const store = openSqlite(join(data, "attest.sqlite"), TEST_FILE_KEY);
  try {
    const events = await store.read.select({ body: auditEvents.body }).from(auditEvents);
    const roles = await store.read.select().from(accountRoles);
    return { roles, given: events.filter(({ body }) => body.includes('"account.grantRole"')) };
  } finally {
    await store.close();
  }
}

it("gives the second administrator where there is none, on record as done at the terminal, and then no third", async () => {
  const before = await kept();
  const refused: [string, Promise<{ code: number; output: string }>][] = [
    ["There is no account named nobody. Nothing was changed.", to("nobody")],
    ["no administrator who can sign in", to("administrator", "investigator")],
    ["This person works on a case", to("reviewer")],
    ["Nobody does this to their own account.", to("administrator")],
    ["Usage: npm run give-role", giveRole("--as", "administrator", "--to", "newcomer")],
  ];
  for (const [sentence, act] of refused) {
    const { code, output } = await act;
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/at .*:\d+/);
    expect(code).toBe(1);
  }
  expect((await kept()).roles).toEqual(before.roles);

  const given = await to("newcomer");
  expect(given.output).toMatch(/^Done: newcomer is/);
  expect(given.code).toBe(0);
  const after = await kept();
  expect(after.roles).toHaveLength(before.roles.length + 1);
  expect(after.given.at(-1)?.body).toContain('"terminal"');
  expect((await to("stranger")).output).toContain("There is another administrator who can approve it");
});
