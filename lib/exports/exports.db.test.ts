import { signedSize } from "#lib/testing/signed-size.ts";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, jobs } from "#db/schema/index.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { ask } from "#lib/core/ask.ts";
import type { AuditEvent } from "#lib/core/audit-event.ts";
import { execute } from "#lib/core/execute.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { answered } from "#lib/testing/specimens/consent.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { aStatementOf } from "#lib/testing/specimens/corroboration.ts";
import { anApprovedExport, approved, aReleasedTestimony, anExport } from "#lib/testing/specimens/exports.ts";
import { anAcceptedTestimony } from "#lib/testing/specimens/testimonies.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { downloadExport } from "./commands/download-export.ts";
import { Dossier } from "./dossier.ts";
import { buildExport } from "./jobs.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { listExports } from "./queries/list-exports.ts";
import { previewExport } from "./queries/preview-export.ts";
import { readExport } from "./queries/read-export.ts";
import { openedBag } from "./testing/a-bag.ts";
import { bagPath } from "./vocabulary.ts";

const root = join(import.meta.dirname, "../..");
/** Words that stand in the text of one testimony and nowhere else in the world. */
const HIDDEN = "qzhidden";
const SHOWN = "qzshown";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const told = (word: string) => ({
  title: `${word} at the bridge`,
  takenWording: `${word} on the eighteenth`,
  note: `${word} was tired`,
  paragraphs: [{ number: null, original: `I saw it, ${word}.`, translation: null }],
});

const ruleOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => "done",
    (thrown: unknown) => thrown,
  );
  return error instanceof Conflict ? error.rule : error;
};

const testimonyOf = async (testimonyId: string) =>
  (await world.ask("investigator", readTestimony, { testimonyId })).testimony;
const codeOf = async (testimonyId: string) => (await testimonyOf(testimonyId)).code;

const witnessOf = async (testimonyId: string) => (await testimonyOf(testimonyId)).witnessId ?? "";

const download = (exportId: string) => world.do("legal_officer", downloadExport, { exportId });
const look = (exportId: string) => world.ask("legal_officer", readExport, { exportId });
const runJob = () => runNextJob({ "export.build": buildExport });
const events = async () => {
  const rows = await world.fresh.store.read
    .select({ seq: auditEvents.seq, body: auditEvents.body })
    .from(auditEvents);
  return rows.toSorted((a, b) => a.seq - b.seq).map(({ body }) => JSON.parse(body) as AuditEvent);
};

describe("what stays in the house", () => {
  it("names a testimony whose witness was not asked by code and rule, and carries none of its text", async () => {
    const { id: hiddenId } = await anAcceptedTestimony(world, told(HIDDEN));
    await aStatementOf(world, hiddenId, { claim: `${HIDDEN} says so`, note: HIDDEN });
    const { id: shownId } = await aReleasedTestimony(world, told(SHOWN));
    const { dossier } = await world.ask("legal_officer", assembleDossier, {
      exportId: (await anExport(world)).id,
      size: await signedSize(),
    });
    const text = JSON.stringify(dossier);
    expect(text).not.toContain(HIDDEN);
    expect(text).toContain(SHOWN);
    expect(dossier.testimonies.map(({ code }) => code)).toEqual([await codeOf(shownId)]);
    expect(dossier.withheld).toContainEqual(
      expect.objectContaining({
        kind: "testimony",
        code: await codeOf(hiddenId),
        rule: "consent.not_asked",
      }),
    );
    expect(dossier.withheld.filter(({ rule }) => rule === "release.from_withheld")).toHaveLength(1);
  });

  it.each([
    ["no", "no", "release.consent_internal_no"],
    ["yes", "no", "release.consent_export_no"],
    ["yes", "not_asked", "release.consent_export_not_asked"],
  ] as const)(
    "keeps a testimony with the answers %s and %s",
    async (consentInternal, consentExport, rule) => {
      const { id, version } = await anAcceptedTestimony(world, told(HIDDEN));
      const answers = { consentInternal, consentExport, reason: "asked in person" };
      await world.do("protection_officer", setConsent, { testimonyId: id, version, ...answers });
      const preview = await world.ask("legal_officer", previewExport, { caseId: world.caseId });
      expect(preview.testimonies).toEqual([]);
      expect(preview.withheld.map((item) => item.rule)).toEqual([rule]);
      expect(preview.withheld.map((item) => item.changeableBy)).toEqual(["protection_officer"]);
    },
  );

  it("logs each testimony that assembling showed", async () => {
    const { id } = await aReleasedTestimony(world);
    const { version } = await testimonyOf(id);
    await world.ask("legal_officer", assembleDossier, {
      exportId: (await anExport(world)).id,
      size: await signedSize(),
    });
    expect((await events()).at(-1)).toMatchObject({ act: "export.assemble", shown: [`${id}:${version}`] });
  });
});

describe("the door at each download", () => {
  it("hands out while everything is as it was, and counts", async () => {
    await aReleasedTestimony(world);
    const { id } = await anApprovedExport(world);
    await download(id);
    await download(id);
    expect((await look(id)).downloads).toBe(2);
  });

  it("refuses the whole bag when a consent was withdrawn since", async () => {
    const { id: testimonyId } = await aReleasedTestimony(world);
    const { id } = await anApprovedExport(world, [testimonyId]);
    const witnessId = await witnessOf(testimonyId);
    await answered(world, witnessId, { icc_proceedings: "no" });
    expect(await ruleOf(download(id))).toBe("export.consent_changed");
    await answered(world, witnessId);
    // What opens again waits for a second person.
    expect(await ruleOf(download(id))).toBe("export.consent_changed");
  });

  it("does not mind a testimony that is not in the bag", async () => {
    const { id } = await anApprovedExport(world);
    await anAcceptedTestimony(world, told(HIDDEN));
    expect(await ruleOf(download(id))).toBe("done");
  });

  it("refuses what is not ready, and what has run out", async () => {
    expect(await ruleOf(download((await anExport(world)).id))).toBe("export.not_ready");
    const { id } = await anApprovedExport(world);
    world.pass(7 * 86_400_000 - 1);
    await download(id);
    world.pass(1);
    expect(await ruleOf(download(id))).toBe("export.expired");
    expect((await look(id)).status).toBe("expired");
    const { rows } = await world.ask("legal_officer", listExports, { caseId: world.caseId, page: {} });
    expect(rows.map((row) => [row.status, row.mayFetch])).toContainEqual(["expired", false]);
  });
});

// The bag is written in a worker from rows alone: one database is enough to try it on.
describe.runIf(process.env["ATTEST_TEST_DIALECT"] !== "postgres")("the job that builds", () => {
  it("writes a bag that holds the dossier, carries the hash on record and passes the independent checker", async () => {
    await anAcceptedTestimony(world, told(HIDDEN));
    const { id: shownId } = await aReleasedTestimony(world, told(SHOWN));
    const { id, code } = await anExport(world);
    expect(await runJob()).toBe(true);
    const done = await look(id);
    expect(done).toMatchObject({
      status: "ready",
      problem: null,
      includedCount: 1,
      progress: 100,
      mayFetch: false,
    });

    const named = { exportId: id, caseId: world.caseId };
    const zip = await openedBag(await system(), named, join(world.fresh.folder, "opened.zip"));
    expect(createHash("sha256").update(readFileSync(zip)).digest("hex")).toBe(done.sha256);
    expect(statSync(zip).size).toBe(done.sizeBytes);
    const check = spawnSync("python3", [join(root, "docs/verify/check-bag.py"), zip], { encoding: "utf8" });
    expect(check.stdout).toMatch(/^VALID/);

    const folder = join(world.fresh.folder, "unpacked");
    execFileSync("unzip", ["-q", zip, "-d", folder]);
    const dossier = Dossier.parse(JSON.parse(readFileSync(join(folder, code, "data/dossier.json"), "utf8")));
    expect(dossier.testimonies.map((one) => one.code)).toEqual([await codeOf(shownId)]);
    const unpacked = execFileSync("grep", ["-rl", SHOWN, folder], { encoding: "utf8" });
    expect(unpacked).toContain("dossier.json");
    expect(spawnSync("grep", ["-rl", HIDDEN, folder]).status).toBe(1);
  });

  it("acts as the person who asked, and says so in the log", async () => {
    await anExport(world);
    await runJob();
    const own = (await events()).filter(
      (event) => event.act === "export.assemble" || event.act === "export.finish",
    );
    expect(own.map((event) => [event.auth, event.actor_role])).toEqual([
      ["job", "legal_officer"],
      ["job", "legal_officer"],
    ]);
  });

  it("fails when the role of the person who asked has ended, and leaves no bag", async () => {
    await aReleasedTestimony(world);
    const { id } = await anExport(world);
    const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
    const member = rows.find((row) => row.accountId === world.person("legal_officer").accountId);
    await world.do("administrator", endMembership, {
      memberId: member?.id ?? "",
      version: member?.version ?? 0,
      reason: "has left the team",
    });
    expect(await runJob()).toBe(true);
    const [job] = await world.fresh.store.read.select().from(jobs);
    expect(job).toMatchObject({ status: "failed", subjectId: id });
    expect(existsSync(bagPath(world.fresh.folder, id))).toBe(false);
    expect(readdirSync(world.fresh.folder)).not.toContain("exports");
    expect(await world.ask("senior_reviewer", readExport, { exportId: id })).toMatchObject({
      status: "failed",
      problem: "rights_lost",
      mayFetch: false,
    });
    await expect(look(id)).rejects.toThrow(NotFound);
    await expect(execute(downloadExport, world.person("legal_officer"), { exportId: id })).rejects.toThrow(
      NotFound,
    );
    await expect(ask(readExport, world.person("stranger"), { exportId: id })).rejects.toThrow(NotFound);
  });

  it("asks at the download about what it took in, also about what came while it waited", async () => {
    const { id } = await anExport(world);
    world.pass(1);
    const { id: testimonyId } = await aReleasedTestimony(world, told(SHOWN));
    await runJob();
    await approved(world, id);
    await download(id);
    await answered(world, await witnessOf(testimonyId), { icc_proceedings: "no" });
    expect(await ruleOf(download(id))).toBe("export.consent_changed");
  });

  it("has nothing to do when nothing waits", async () => {
    expect(await runJob()).toBe(false);
  });
});
