import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rotateLogKey } from "#lib/audit/commands/rotate-log-key.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { signedSize } from "#lib/testing/signed-size.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { buildExport } from "./jobs.ts";
import { readExport } from "./queries/read-export.ts";
import { openedBag } from "./testing/a-bag.ts";

/** Somewhere with nothing of this program but the bag. */
const away = mkdtempSync(join(tmpdir(), "attest-away-"));
let world: World;
/** The folder `audit` of the bag as its recipient unpacked it. */
let audit: string;
let vkeys: string[];

const building = () => runNextJob({ "export.build": buildExport });

// The bag is written in a worker from rows alone: one database is enough to try it on.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("what an export says of the log", () => {
  beforeAll(async () => {
    world = await aWorld();
    await signedSize();
    await world.do("administrator", rotateLogKey, {});
    await aReleasedTestimony(world);
    const { id } = await anExport(world);
    await building();
    const { caseId } = await world.ask("legal_officer", readExport, { exportId: id });
    const zip = await openedBag(await system(), { exportId: id, caseId }, join(away, "bag.zip"));
    execFileSync("unzip", ["-q", zip, "-d", away]);
    const [bag = ""] = readdirSync(away).filter((name) => !name.endsWith(".zip"));
    audit = join(away, bag, "data", "audit");
    const { standing } = await world.ask("auditor", readStanding, {});
    vkeys = (standing?.keys ?? []).map(({ vkey }) => vkey);
  });
  afterAll(async () => {
    await world.close();
    rmSync(away, { recursive: true, force: true });
  });

  const verify = (folder: string, ...more: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["verify.mjs", ".", ...more], {
      cwd: folder,
      env: { NODE_ENV: "production" },
      encoding: "utf8",
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const lines = (folder: string) => readFileSync(join(folder, "events.jsonl"), "utf8").trimEnd().split("\n");
  const changed = (what: (folder: string) => void) => {
    const folder = mkdtempSync(join(away, "changed-"));
    cpSync(audit, folder, { recursive: true });
    what(folder);
    return verify(folder, "--key", vkeys[0] ?? "");
  };

  it("verifies with nothing but the bag and Node, from the first key over its exchange to the one that signed", () => {
    expect(vkeys).toHaveLength(2);
    expect(lines(audit).length).toBeGreaterThan(5);
    expect(readdirSync(join(audit, "proofs"))).toHaveLength(lines(audit).length);
    const { status, said } = verify(audit, "--key", vkeys[0] ?? "");
    expect(said).toMatch(/Size and root: \d+:[0-9a-f]{64}/);
    expect(status).toBe(0);
    expect(verify(audit, "--key", vkeys[1] ?? "").status).toBe(0);
  });

  it("says plainly that nobody vouched for the key where none is given", () => {
    const { status, said } = verify(audit);
    expect(status).toBe(0);
    expect(said).toMatch(/key was NOT pinned/);
  });

  it("does not verify with one word changed, an entry taken out, or another key", () => {
    const [first = ""] = lines(audit);
    const { seq } = JSON.parse(first) as { seq: number };
    const edited = changed((folder) => {
      const [, ...others] = lines(folder);
      const other = first.replace('"dec":"allow"', '"dec":"deny"');
      writeFileSync(join(folder, "events.jsonl"), `${[other, ...others].join("\n")}\n`);
    });
    expect(edited).toMatchObject({ status: 1 });
    expect(edited.said).toContain(`First bad entry: ${seq} (leaf)`);
    const shorter = changed((folder) =>
      writeFileSync(join(folder, "events.jsonl"), `${lines(folder).slice(1).join("\n")}\n`),
    );
    expect(shorter.said).toContain(`First bad entry: ${seq} (missing)`);
    const other = "attest/lg_other+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    expect(verify(audit, "--key", other).status).toBe(2);
  });

  it("is not made where the log is not the one that was signed: the export fails and says so", async () => {
    const copy = await world.again();
    await copy.fresh.directSql("delete from log_secrets");
    const { id } = await anExport(copy);
    await expect(building()).resolves.toBe(true);
    expect(await copy.ask("legal_officer", readExport, { exportId: id })).toMatchObject({
      status: "failed",
      problem: "log_unsigned",
    });
    await copy.close();
    world.enter();
  });
});
