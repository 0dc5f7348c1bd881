import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ruleOfTrigger } from "#db/errors.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import { saveDraft } from "#lib/core/drafts.ts";
import { system } from "#lib/core/system.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { keepFile } from "#lib/platform/storage.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aPlacedTestimony } from "#lib/testing/specimens/compartments.ts";
import { aStatementOf, anAccount, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { askedToDelete, aTakenBackTestimony, held } from "#lib/testing/specimens/retention.ts";
import { aTestimony, testimonyTexts } from "#lib/testing/specimens/testimonies.ts";
import { indexed } from "#lib/testing/specimens/third-persons.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { approveDeletion } from "./commands/approve-deletion.ts";
import { classifyTestimony } from "./commands/classify-testimony.ts";
import { liftHold } from "./commands/lift-hold.ts";
import { refuseDeletion } from "./commands/refuse-deletion.ts";
import { requestDeletion } from "./commands/request-deletion.ts";
import { setTerm } from "./commands/set-term.ts";
import { finishDeletion } from "./jobs.ts";
import { listDue } from "./queries/list-due.ts";
import { readRetention } from "./queries/read-retention.ts";
import { readTestimonyRetention } from "./queries/read-testimony-retention.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const due = async (as: "legal_officer" | "protection_officer" = "legal_officer") => {
  const { rows, total } = await world.ask(as, listDue, { caseId: world.caseId, page: {} });
  expect(total).toBe(rows.length);
  return rows.map(({ id, next }) => [id, next]);
};
const reason = "as was agreed";
const approve = (deletionId: string, as: "legal_officer" | "legal_officer2" = "legal_officer2") =>
  world.do(as, approveDeletion, { deletionId, version: 1 });
const byHand = (statement: string) =>
  world.fresh.directSql(statement).then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );

describe("an account is due to be deleted", () => {
  it("once the term of its class is over and not a moment before, and never where it is kept", async () => {
    const { caseId } = world;
    const short = await aTestimony(world);
    world.pass(1);
    const standard = await aTestimony(world);
    const kept = await aTestimony(world);
    const say = (testimonyId: string, retentionClass: "short" | "kept") =>
      world.do("legal_officer", classifyTestimony, { testimonyId, retentionClass, reason, seen: 0 });
    await say(short.id, "short");
    await say(kept.id, "kept");
    await world.do("legal_officer", setTerm, {
      caseId,
      retentionClass: "short",
      months: "3",
      reason,
      seen: 0,
    });
    const dueAt = async (testimonyId: string) =>
      (await world.ask("reviewer", readTestimonyRetention, { testimonyId })).dueAt;
    const first = (await dueAt(short.id)) ?? 0;
    world.pass(first - world.now() - 1);
    expect(await due()).toEqual([]);
    world.pass(1);
    expect(await due()).toEqual([[short.id, "in_use"]]);
    world.pass(((await dueAt(standard.id)) ?? 0) - world.now());
    expect(await due()).toEqual([
      [short.id, "in_use"],
      [standard.id, "in_use"],
    ]);
    expect(await dueAt(kept.id)).toBeNull();
  });

  it("and not before that is a ground to ask for it, nor while it is in use", async () => {
    const { id: testimonyId, version } = await aTestimony(world);
    expect(await soundOf(askedToDelete(world, testimonyId))).toBe("Conflict deletion.in_use");
    await world.do("investigator", retractTestimony, { testimonyId, version, reason });
    expect(await soundOf(askedToDelete(world, testimonyId, "due"))).toBe("Conflict deletion.not_due");
    world.pass(121 * 31 * 86_400_000);
    expect(await due()).toEqual([[testimonyId, "ready"]]);
    await askedToDelete(world, testimonyId, "due");
    expect(await due()).toEqual([[testimonyId, "waits"]]);
    expect(await soundOf(askedToDelete(world, testimonyId, "due"))).toBe("Conflict deletion.waits");
  });

  it("only to those who may see it, like its hold and the request to delete it", async () => {
    const { recordId: testimonyId } = await aPlacedTestimony(world);
    const { version } = (await world.ask("protection_officer", readTestimony, { testimonyId })).testimony;
    await world.do("protection_officer", classifyTestimony, {
      testimonyId,
      retentionClass: "short",
      reason,
      seen: 0,
    });
    expect(await soundOf(held(world, testimonyId))).toBe("NotFound");
    world.pass(25 * 31 * 86_400_000);
    expect(await due("protection_officer")).toEqual([[testimonyId, "in_use"]]);
    expect(await due()).toEqual([]);
    expect(await soundOf(askedToDelete(world, testimonyId))).toBe("NotFound");
    expect(version).toBeGreaterThan(0);
  });
});

describe("a legal hold wins", () => {
  it.each(["of the account", "of its case"])("over a request and over a yes: the hold %s", async (whose) => {
    const { id: testimonyId } = await aTakenBackTestimony(world);
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    const { id: holdId } = await held(world, whose === "of its case" ? null : testimonyId);
    expect(await soundOf(approve(deletionId))).toBe("Conflict deletion.held");
    expect(
      await byHand(
        `update deletions set version = 2, status = 'approved', decided_at = 1, decided_by_human_id = '${world.person("legal_officer2").humanId}' where id = '${deletionId}'`,
      ),
    ).toBe("deletion.held");
    const other = await aTakenBackTestimony(world);
    expect(await soundOf(askedToDelete(world, other.id))).toBe(
      whose === "of its case" ? "Conflict deletion.held" : "answered",
    );
    await world.do("legal_officer", liftHold, { holdId, version: 1, reason });
    expect(await soundOf(world.do("legal_officer", liftHold, { holdId, version: 2, reason }))).toBe(
      "Conflict hold.lifted",
    );
    expect(await soundOf(approve(deletionId))).toBe("answered");
  });
});

describe("a deletion", () => {
  it("takes two people, also past the program, and can be refused and asked for again", async () => {
    const { id: testimonyId } = await aTakenBackTestimony(world);
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    expect(await soundOf(approve(deletionId, "legal_officer"))).toBe("Refused deletion.second_person");
    expect(
      await byHand(
        `update deletions set version = 2, status = 'approved', decided_at = 1, decided_by_human_id = requested_by_human_id where id = '${deletionId}'`,
      ),
    ).toBe("deletion.second_person");
    await world.do("senior_reviewer", refuseDeletion, { deletionId, version: 1, reason });
    expect(await soundOf(approve(deletionId))).toBe("Conflict deletion.decided");
    world.pass(1);
    const again = await world.do("protection_officer", requestDeletion, {
      testimonyId,
      ground: "mistake",
      reason,
    });
    const { requests, may } = await world.ask("legal_officer", readTestimonyRetention, { testimonyId });
    expect(requests.map(({ status }) => status)).toEqual(["waiting", "refused"]);
    expect(may).toMatchObject({ decide: true, request: false });
    const onDesk = async (as: "legal_officer" | "protection_officer") =>
      (await world.ask(as, readDesk, {})).cases.flatMap(({ tasks }) => tasks);
    expect(await onDesk("legal_officer")).toEqual([{ task: "deletion_decision", count: 1 }]);
    expect(await onDesk("protection_officer")).toEqual([]);
    expect(await soundOf(approve(again.id, "legal_officer"))).toBe("answered");
    const { waiting } = await world.ask("legal_officer", readRetention, { caseId: world.caseId });
    expect(waiting).toEqual([]);
  });

  it("leaves no word of an account and certifies that, and the log and the rows still hold", async () => {
    const { testimonyId, words } = await aFullAccount();
    const { version } = (await world.ask("investigator", readTestimony, { testimonyId })).testimony;
    await world.do("investigator", retractTestimony, {
      testimonyId,
      version,
      reason: words("it was a mistake"),
    });
    expect(await placesOf(CANARY)).not.toEqual([]);
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    await approve(deletionId);
    await runNextJob({ "deletion.finish": finishDeletion });
    expect(await placesOf(CANARY)).toEqual([]);

    const { certificate } = await world.ask("reviewer", readTestimonyRetention, { testimonyId });
    const { keys } = await system();
    const { rows } = await world.ask("reviewer", readHistory, { recordId: testimonyId, page: {} });
    expect(JSON.stringify(rows)).not.toContain(CANARY);
    expect(certificate?.leaf).toMatch(/^[0-9a-f]{64}$|^[\w-]{43}$/);
    const { chain, rows: replayed } = await verifyLog(world.fresh.store.read, keys);
    expect([chain.ok, replayed?.ok]).toEqual([true, true]);

    const set = `update testimony_versions set version = version + 1`;
    const where = `where testimony_id = '${testimonyId}'`;
    expect(await byHand(`${set}, paragraphs = '[{"number":1}]' ${where}`)).toBe(
      "testimony.version_is_immutable",
    );
    expect(await soundOf(askedToDelete(world, testimonyId))).toBe("Conflict deletion.done");
  });

  it("removes the files that came with it, and none that another account holds", async () => {
    const { dataFolder } = await system();
    const attach = async (testimonyId: string, body: string) => {
      const note = ({ sha256, sizeBytes }: { sha256: string; sizeBytes: number }) =>
        world
          .do("investigator", attachFile, {
            testimonyId,
            fileName: "scan.pdf",
            mediaType: "application/pdf",
            sizeBytes,
            sha256,
          })
          .then(() => join(dataFolder, "files", world.caseId, sha256));
      return keepFile(dataFolder, world.caseId, chunks(body), 1_000, note);
    };
    const { id: testimonyId, version } = await aTestimony(world);
    const own = await attach(testimonyId, "only here");
    const shared = await attach(testimonyId, "here and there");
    await attach((await aTestimony(world)).id, "here and there");
    await world.do("investigator", retractTestimony, { testimonyId, version, reason });
    const { id: deletionId } = await askedToDelete(world, testimonyId);
    await approve(deletionId);
    await runNextJob({ "deletion.finish": finishDeletion });
    expect([existsSync(own), existsSync(shared)]).toEqual([false, true]);
  });
});

async function* chunks(body: string) {
  yield Buffer.from(body);
}

const CANARY = "pomegranate";

/** An account about which something is written everywhere, by people who use one word. */
async function aFullAccount() {
  const words = (text: string) => `${text} ${CANARY}`;
  const using: World = { ...world, marked: words };
  const { id: witnessId } = await aWitness(world);
  const { id: testimonyId, version } = await world.do("investigator", recordTestimony, {
    ...testimonyTexts(using),
    witnessId,
    caseId: world.caseId,
    kind: "interview",
  });
  const submitted = await world.do("investigator", submitTestimony, { testimonyId, version });
  await world.do("reviewer", acceptTestimony, { testimonyId, version: submitted.version });
  const statement = await aStatementOf(using, testimonyId, { claim: words("They came from the north.") });
  const other = await anAccount(world);
  await linked(using, statement.id, (await anAllegation(world)).id);
  await world.do("investigator", recordDependency, {
    caseId: world.caseId,
    statementId: statement.id,
    otherStatementId: other.id,
    kind: "discussed_facet",
    note: words("both spoke that night"),
  });
  await indexed(using, testimonyId, [{ relation: "kin", decision: "cut_out", words: CANARY }]);
  await anAssignment(using, "reviewer", testimonyId);
  await aComment(using, { recordId: testimonyId });
  await aLink(using, "testimony_incident", testimonyId, (await anIncident(world)).id, {
    role: "describes",
    note: words("as it says"),
  });
  const draft = { values: { note: words("not saved") } };
  await saveDraft(world.person("investigator"), `${world.caseId}.testimony.save.${testimonyId}`, 0, draft);
  return { testimonyId, words };
}

/** The tables in which a word stands and, on SQLite, whether the file still holds it once the log of writes is in it. */
async function placesOf(word: string): Promise<string[]> {
  const { store, path } = world.fresh;
  const [tables, asText] =
    path === null
      ? [sql`select table_name as name from information_schema.tables where table_schema = 'public'`, null]
      : [sql`select name from sqlite_schema where type = 'table'`, "json"];
  const found: string[] = [];
  for (const { name } of await store.read.raw<{ name: string }>(tables)) {
    const rows = await store.read.raw(
      sql.raw(asText ? `select * from "${name}"` : `select t::text as row from "${name}" t`),
    );
    if (JSON.stringify(rows).includes(word)) found.push(name);
  }
  if (path === null) return found;
  const copy = await world.fresh.clone();
  try {
    return readFileSync(copy.path ?? "").includes(word) ? [...found, "the file"] : found;
  } finally {
    await copy.close();
  }
}
