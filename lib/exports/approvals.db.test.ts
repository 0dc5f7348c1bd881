import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseExports, releaseDecisions } from "#db/schema/index.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { decideEach, StoredRelease } from "#lib/release/rules/stored-release.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import {
  anApprovedExport,
  aReadyExport,
  aReleasedTestimony,
  anExport,
} from "#lib/testing/specimens/exports.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type PersonKey, type World } from "#lib/testing/world.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { approveLegal } from "./commands/approve-legal.ts";
import { approveProtection } from "./commands/approve-protection.ts";
import { downloadExport } from "./commands/download-export.ts";
import { finishExport } from "./commands/finish-export.ts";
import { readExport } from "./queries/read-export.ts";

const SHA256 = "ab".repeat(32);

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const fetched = (exportId: string) => soundOf(world.do("legal_officer", downloadExport, { exportId }));
const legal = (as: PersonKey, exportId: string, sha256 = SHA256) =>
  soundOf(world.do(as, approveLegal, { exportId, sha256 }));
const protection = (as: PersonKey, exportId: string, sha256 = SHA256) =>
  soundOf(world.do(as, approveProtection, { exportId, sha256 }));
const stored = (exportId: string) =>
  world.fresh.store.read.select().from(releaseDecisions).where(eq(releaseDecisions.exportId, exportId));

describe("a bag is handed out", () => {
  it("once a lawyer and a protection officer approved its bytes, neither of whom asked for it", async () => {
    const { id } = await aReadyExport(world);
    expect(await fetched(id)).toBe("Conflict export.not_approved");
    expect(await legal("legal_officer", id)).toBe("Refused export.second_person");
    expect(await legal("legal_officer2", id, "cd".repeat(32))).toBe("Conflict export.other_bytes");
    expect(await legal("protection_officer", id)).toBe("Refused role.missing");
    expect(await legal("legal_officer2", id)).toBe("answered");
    expect(await legal("legal_officer2", id)).toBe("Conflict export.approved_already");
    expect(await fetched(id)).toBe("Conflict export.not_approved");
    expect(await protection("protection_officer", id)).toBe("answered");
    expect(await fetched(id)).toBe("answered");
    const { approvals, mayFetch } = await world.ask("legal_officer", readExport, { exportId: id });
    expect([approvals.map(({ kind }) => kind), mayFetch]).toEqual([["legal", "protection"], true]);
  });

  it("with the decision it rests on, which decided again from what is stored is the same", async () => {
    const { id: testimonyId } = await aReleasedTestimony(world);
    const { id } = await anApprovedExport(world, [testimonyId]);
    expect(await fetched(id)).toBe("answered");
    const rows = await stored(id);
    expect(rows.map(({ stage, number, allowed, denied }) => [stage, number, allowed, denied])).toEqual([
      ["approval", 1, 1, 0],
      ["download", 1, 1, 0],
    ]);
    for (const { snapshot } of rows) {
      const release = StoredRelease.parse(JSON.parse(JSON.stringify(snapshot)));
      expect(decideEach(release).get(testimonyId)).toEqual({ allow: true, rules: [] });
      const [person] = release.persons;
      const without = { ...release, persons: person ? [{ ...person, assessments: [] }] : [] };
      expect(
        decideEach(without)
          .get(testimonyId)
          ?.rules.map(({ rule }) => rule),
      ).toEqual(["risk.not_assessed"]);
    }
  });

  it("not when something in it may no longer leave between the approval and the download", async () => {
    const { id: testimonyId } = await aReleasedTestimony(world);
    const { id } = await anApprovedExport(world, [testimonyId]);
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    await answered(world, testimony.witnessId ?? "", { icc_proceedings: "no" });
    expect(await fetched(id)).toBe("Conflict export.consent_changed");
    const unapproved = await anExport(world);
    expect(await legal("legal_officer2", unapproved.id)).toBe("Conflict export.not_ready");
  });

  it("not when it says what must stay", async () => {
    const { id, version } = await anExport(world);
    const built = {
      sha256: SHA256,
      sizeBytes: 1,
      included: [],
      withheld: [],
      expiresAt: world.now() + 1_000,
    };
    const finish = (leakScan: "found" | "not_run") =>
      soundOf(world.do("legal_officer", finishExport, { ...built, exportId: id, version, leakScan }));
    expect(await finish("found")).toBe("Conflict export.leak_found");
    expect(await finish("not_run")).toBe("answered");
    expect(await legal("legal_officer2", id)).toBe("Conflict export.not_scanned");
  });
});

it("past the program too: no row says that a bag is ready or was fetched without a decision that allows it", async () => {
  const waiting = await anExport(world);
  const { id } = await aReadyExport(world);
  const tried = (set: string, of: string) =>
    world.fresh.directSql(`update case_exports set ${set} where id = '${of}'`).then(
      () => "done",
      (error: unknown) => ruleOfTrigger(error),
    );
  expect(await tried(`status = 'ready', sha256 = '${SHA256}'`, waiting.id)).toBe("release.not_decided");
  expect(await tried("downloads = downloads + 1", id)).toBe("release.not_decided");
  expect(await tried(`sha256 = '${"cd".repeat(32)}'`, id)).toBe("release.not_decided");
  const [row] = await world.fresh.store.read.select().from(caseExports).where(eq(caseExports.id, id));
  expect([row?.downloads, row?.sha256]).toEqual([0, SHA256]);
});
