import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { retractCase } from "#lib/cases/commands/retract-case.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { anApprovedExport, aReadyExport, anExport } from "#lib/testing/specimens/exports.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { downloadExport } from "./commands/download-export.ts";
import { buildExport, sweepBags } from "./jobs.ts";
import { listExports } from "./queries/list-exports.ts";
import { readExport } from "./queries/read-export.ts";
import { bagFolder, bagPath } from "./vocabulary.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const retract = () =>
  world.do("legal_officer", retractCase, { caseId: world.caseId, version: 1, reason: "opened twice" });
const look = (exportId: string) => world.ask("legal_officer", readExport, { exportId });

describe("a retracted case", () => {
  it("starts no export", async () => {
    await retract();
    await expect(anExport(world)).rejects.toThrow("case.retracted");
  });

  it("hands out no bag that was built before, and offers none", async () => {
    const { id: exportId } = await anApprovedExport(world);
    await world.do("legal_officer", downloadExport, { exportId });
    await retract();
    await expect(world.do("legal_officer", downloadExport, { exportId })).rejects.toThrow("case.retracted");
    expect(await look(exportId)).toMatchObject({ status: "ready", downloads: 1, mayFetch: false });
    const { rows, may } = await world.ask("legal_officer", listExports, { caseId: world.caseId, page: {} });
    expect([rows.map(({ mayFetch }) => mayFetch), may]).toEqual([[false], { start: false }]);
  });

  it("keeps no bag", async () => {
    const path = bagPath(world.fresh.folder, (await aReadyExport(world)).id);
    mkdirSync(bagFolder(world.fresh.folder));
    writeFileSync(path, "bytes");
    await sweepBags();
    expect(existsSync(path)).toBe(true);
    await retract();
    await sweepBags();
    expect(existsSync(path)).toBe(false);
  });

  it("builds none that waited when it was retracted, and says why", async () => {
    const { id } = await anExport(world);
    await retract();
    expect(await runNextJob({ "export.build": buildExport })).toBe(true);
    expect(await look(id)).toMatchObject({ status: "failed", problem: "case_retracted" });
    expect(existsSync(bagPath(world.fresh.folder, id))).toBe(false);
  });
});
