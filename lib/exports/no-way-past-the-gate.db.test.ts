/**
 * Every verb of the registry is carried out beside an account that the release gate keeps, and every export that then waits is built.
 * Whatever was done, the account is in no bag and in no file, and each bag has the decision that let it be.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseExports, releaseDecisions } from "#db/schema/index.ts";
import { ask } from "#lib/core/ask.ts";
import { execute } from "#lib/core/execute.ts";
import { system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { commands, queries } from "#lib/registry.ts";
import { decideEach, StoredRelease } from "#lib/release/rules/stored-release.ts";
import { mayLeave } from "#lib/testing/specimens/exports.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { commandSpecimens, querySpecimens } from "#lib/testing/specimens/index.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { buildExport, sweepBags } from "./jobs.ts";
import { openedBag } from "./testing/a-bag.ts";
import { bagFolder } from "./vocabulary.ts";

const KEPT = "qzkeptaccount";
/** Ends what the others need. */
const LAST = new Set(["case.retract", "member.end", "account.disable", "account.leave", "account.endRole"]);
/** What closes a record keeps every bag that was begun before, so exports come first. */
const placeOf = (name: string) => (name.startsWith("export.") ? 0 : LAST.has(name) ? 2 : 1);
/** Enough to look into; other jobs wait among those that build. */
const BAGS = 2;

let world: World;
let keptId: string;
const done = new Set<string>();
const inBags = { looked: 0, telling: [] as string[] };

function bagsThere(): string[] {
  const folder = bagFolder(world.fresh.folder);
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Opens what was built, before what has happened meanwhile has it swept. */
async function lookIntoBags(): Promise<void> {
  const sys = await system();
  const folder = bagFolder(sys.dataFolder);
  for (const { id, caseId } of await world.fresh.store.read.select().from(caseExports)) {
    if (!existsSync(join(folder, `${id}.zip`))) continue;
    const zip = await openedBag(sys, { exportId: id, caseId }, join(sys.dataFolder, "opened.zip"));
    const { stdout } = spawnSync("unzip", ["-p", zip], { encoding: "latin1", maxBuffer: 2 ** 28 });
    inBags.looked += stdout.includes("dossier") ? 1 : 0;
    if (stdout.includes(KEPT)) inBags.telling.push(id);
    rmSync(zip);
  }
}

describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("whatever is done", () => {
  beforeAll(async () => {
    world = await aWorld();
    ({ id: keptId } = await anAcceptedTestimony(world, { title: KEPT }));
    await mayLeave(world, keptId);
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId: keptId });
    await answered(world, testimony.witnessId ?? "", { icc_proceedings: "no" });
    const verbs = [
      ...querySpecimens.map(({ query, as, input }) => ({
        name: query.name,
        run: async () => ask(query, world.person(as as "auditor"), (await input(world)) as never),
      })),
      ...commandSpecimens.map(({ command, as, input }) => ({
        name: command.name,
        run: async () => execute(command, world.person(as as "auditor"), (await input(world)) as never),
      })),
    ].toSorted((a, b) => placeOf(a.name) - placeOf(b.name));
    for (const { name, run } of verbs)
      await run().then(
        () => done.add(name),
        () => undefined,
      );
    while (bagsThere().length < BAGS && (await runNextJob({ "export.build": buildExport })));
    await lookIntoBags();
    await sweepBags();
  }, 170_000);
  afterAll(() => world.close());

  it("was nearly everything that there is, and all that concerns exports", () => {
    const verbs = [...commands, ...queries].map(({ name }) => name);
    expect(done.size / verbs.length).toBeGreaterThan(0.85);
    expect(verbs.filter((name) => name.startsWith("export.") && !done.has(name))).toEqual([]);
  });

  it("the account is in no bag, in no decision, and in no file", async () => {
    const { read } = world.fresh.store;
    const bags = await read.select().from(caseExports);
    expect(bags.length).toBeGreaterThan(5);
    expect(bags.filter(({ included }) => included?.includes(keptId))).toEqual([]);
    const decisions = await read.select().from(releaseDecisions);
    expect(decisions.filter(({ snapshot }) => JSON.stringify(snapshot).includes(keptId))).toEqual([]);
    expect(inBags.looked).toBe(BAGS);
    expect(inBags.telling).toEqual([]);
    const folder = bagFolder(world.fresh.folder);
    for (const file of bagsThere()) expect(readFileSync(join(folder, file)).includes(KEPT), file).toBe(false);
  });

  it("every bag that is ready or was fetched has its decisions, which decided again allow all that is in it", async () => {
    const { read } = world.fresh.store;
    const decisions = await read.select().from(releaseDecisions);
    for (const { id, status, included, downloads } of await read.select().from(caseExports)) {
      const own = decisions.filter(({ exportId }) => exportId === id);
      expect(own.filter(({ stage }) => stage === "download")).toHaveLength(downloads);
      if (status !== "ready") continue;
      expect(own.length).toBeGreaterThan(0);
      for (const { snapshot } of own) {
        const again = decideEach(StoredRelease.parse(snapshot));
        expect((included ?? []).every((one) => again.get(one)?.allow)).toBe(true);
      }
    }
  });
});
