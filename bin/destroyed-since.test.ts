import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { plainBytes } from "#db/testing/plain-bytes.ts";
import { identities } from "#db/schema/index.ts";
import { openSqlite } from "#db/store.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { approveDeletion } from "#lib/retention/commands/approve-deletion.ts";
import { finishDeletion } from "#lib/retention/jobs.ts";
import { askedToDelete } from "#lib/testing/specimens/retention.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { anIdentity } from "#lib/testing/specimens/vault.ts";
import { layTestKeys, TEST_ROOT } from "#lib/testing/test-keys.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { approveShred } from "#lib/vault/commands/approve-shred.ts";
import { requestShred } from "#lib/vault/commands/request-shred.ts";
import { finishShred } from "#lib/vault/jobs.ts";
import { openParts } from "#lib/vault/rules/sealing.ts";
import { filesIn } from "./backup-folder.ts";

const CANARY = "Pomegranate Quince";

let world: World;
let rest: string;
beforeAll(async () => {
  rest = mkdtempSync(join(tmpdir(), "attest-destroyed-"));
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(rest, { recursive: true, force: true });
});

function tool(name: string, args: string[], settings: Record<string, string>) {
  const env = { ...process.env, ATTEST_TEST_DIALECT: "", ...settings };
  return new Promise<{ code: number; output: string }>((done) => {
    execFile(process.execPath, [`bin/${name}.ts`, ...args], { env }, (error, out, err) => {
      done({ code: error ? Number(error.code) : 0, output: out + err });
    });
  });
}

const inFiles = (folder: string, words: string) =>
  filesIn(folder).filter((path) => readFileSync(join(folder, path)).includes(words));

it("what was destroyed is in no file when a backup from before comes back, and is named to be destroyed once more", async () => {
  const data = world.fresh.folder;
  const here = { ATTEST_DATA: data, DATABASE_URL: `file:${world.fresh.path}` };
  const there = {
    ATTEST_DATA: join(rest, "back"),
    DATABASE_URL: `file:${join(rest, "back", "attest.sqlite")}`,
  };
  const [before, keysThen, after, keysNow] = ["before", "keys-then", "after", "keys-now"].map((name) =>
    join(rest, name),
  ) as [string, string, string, string];
  layTestKeys(data);
  const { identityId, personId } = await anIdentity(world, { name: CANARY });
  const account = await aTestimony(world);
  expect(await tool("backup", ["--out", before, "--keys", keysThen], here)).toMatchObject({ code: 0 });

  const reason = "as was agreed";
  const { id: shredId } = await world.do("protection_officer", requestShred, {
    identityId,
    ground: "asked",
    reason,
  });
  await world.do("senior_reviewer", approveShred, { shredId, version: 1 });
  await world.do("investigator", retractTestimony, {
    testimonyId: account.id,
    version: account.version,
    reason,
  });
  const { id: deletionId } = await askedToDelete(world, account.id);
  await world.do("legal_officer2", approveDeletion, { deletionId, version: 1 });
  const jobs = { "identity.finish": finishShred, "deletion.finish": finishDeletion };
  while (await runNextJob(jobs));
  expect(await tool("backup", ["--out", after, "--keys", keysNow], here)).toMatchObject({ code: 0 });
  expect((await tool("doctor", [], here)).output).toContain("ok    What was destroyed has not come back.");

  const { code, output } = await tool("restore", ["--from", before, "--keys", keysNow], {
    ...there,
    ATTEST_KEY_FILE: join(data, "keys", "master.key"),
  });
  expect(output).toContain("The log and all records hold.");
  expect(output).toContain(`brought their words back: ${account.code}.`);
  expect(output).toMatch(/brought back what is left of them: W-\w+\. Nothing opens them/);
  expect(code).toBe(0);

  const folder = there.ATTEST_DATA;
  expect(inFiles(folder, CANARY)).toEqual([]);
  const database = join(folder, "attest.sqlite");
  expect(plainBytes(database).includes(CANARY)).toBe(false);
  const { read, close } = openSqlite(database, TEST_FILE_KEY);
  const [row] = (await read.select().from(identities)).filter(({ id }) => id === identityId);
  expect(row?.names).toEqual(expect.any(String));
  const open = (keys: string) => () => openParts(recordKeys(keys, keysFrom(TEST_ROOT)), row!);
  expect(open(recordKeysIn(folder))).toThrow("vault.unreadable");
  // With the keys of that time it would open: they are to be destroyed with what they opened.
  expect(open(keysThen)().names?.name).toBe(CANARY);
  await close();

  const doctor = () => tool("doctor", [], { ...there, ATTEST_KEY_FILE: join(data, "keys", "master.key") });
  const found = await doctor();
  expect(found.output).toMatch(new RegExp(`^fix   These accounts were deleted.*${account.code}`, "m"));
  expect(found.output).toContain("ok    Every identity has its key.");
  rmSync(join(folder, "keys", "destroyed", identityId));
  expect((await doctor()).output).toMatch(/^fix {3}1 identities have no key/m);
  expect(personId).toMatch(/^w_/);
});
