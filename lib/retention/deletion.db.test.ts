import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { plainBytes } from "#db/testing/plain-bytes.ts";
import { ruleOfTrigger } from "#db/errors.ts";
import { auditDetails } from "#db/schema/index.ts";
import { verifyLog } from "#lib/audit/verify-log.ts";
import { amendComment } from "#lib/comments/commands/amend-comment.ts";
import { openDetail } from "#lib/core/audit-detail.ts";
import { saveDraft } from "#lib/core/drafts.ts";
import { recordKeysOf, system } from "#lib/core/system.ts";
import { dismissContradiction } from "#lib/contradictions/commands/dismiss-contradiction.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { runNextJob } from "#lib/jobs/runner.ts";
import { keepFile, maybeFile } from "#lib/platform/storage.ts";
import { anAssignment } from "#lib/testing/specimens/assignments.ts";
import { aComment } from "#lib/testing/specimens/comments.ts";
import { aStatementOf, anAccount, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import { anIncident } from "#lib/testing/specimens/incidents.ts";
import { aLink } from "#lib/testing/specimens/links.ts";
import { askedToDelete } from "#lib/testing/specimens/retention.ts";
import { aTestimony, testimonyTexts } from "#lib/testing/specimens/testimonies.ts";
import { indexed } from "#lib/testing/specimens/third-persons.ts";
import { aWitness } from "#lib/testing/specimens/witnesses.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { approveDeletion } from "./commands/approve-deletion.ts";
import { classifyTestimony } from "./commands/classify-testimony.ts";
import { placeHold } from "./commands/place-hold.ts";
import { finishDeletion } from "./jobs.ts";
import { readTestimonyRetention } from "./queries/read-testimony-retention.ts";

const CANARY = "pomegranate";
const reason = "as was agreed";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const byHand = (statement: string) =>
  world.fresh.directSql(statement).then(
    () => "done",
    (error: unknown) => ruleOfTrigger(error) ?? error,
  );

/** Takes an account back and has it deleted by two people. */
async function deleted(testimonyId: string, why = reason) {
  const { version } = (await world.ask("investigator", readTestimony, { testimonyId })).testimony;
  await world.do("investigator", retractTestimony, { testimonyId, version, reason: why });
  const { id: deletionId } = await askedToDelete(world, testimonyId);
  await world.do("legal_officer2", approveDeletion, { deletionId, version: 1 });
  const isWaiting = () => world.ask("reviewer", readTestimonyRetention, { testimonyId });
  expect((await isWaiting()).isBeingFinished).toBe(true);
  await runNextJob({ "deletion.finish": finishDeletion });
  expect((await isWaiting()).isBeingFinished).toBe(false);
}

it("leaves no word of an account and certifies that, and the log and the rows still hold", async () => {
  const { testimonyId, words } = await aFullAccount();
  expect(await placesOf(CANARY)).toContain("testimony_versions");
  await deleted(testimonyId, words("it was a mistake"));
  expect(await placesOf(CANARY)).toEqual([]);
  const { certificate } = await world.ask("reviewer", readTestimonyRetention, { testimonyId });
  expect(certificate?.leaf).toMatch(/^[0-9a-f]{64}$/);
  const { keys } = await system();
  const { chain, rows } = await verifyLog(world.fresh.store.read, keys);
  expect([chain.ok, rows?.ok]).toEqual([true, true]);
});

it("lets no word of it come back, by what is still open or past the program", async () => {
  const { testimonyId, comment, draftKey } = await aFullAccount();
  await deleted(testimonyId);
  const draft = saveDraft(world.person("investigator"), draftKey, 0, { values: { note: CANARY } });
  expect(await soundOf(draft)).toBe("Conflict deletion.done");
  const { caseId } = world;
  for (const act of [
    world.do("investigator", amendComment, {
      commentId: comment.id,
      version: comment.version + 1,
      body: CANARY,
      mentions: [],
    }),
    world.do("legal_officer", placeHold, { caseId, testimonyId, reason }),
    world.do("legal_officer", classifyTestimony, { testimonyId, retentionClass: "kept", reason, seen: 1 }),
    askedToDelete(world, testimonyId),
  ])
    expect(await soundOf(act)).toBe("Conflict deletion.done");
  const where = `where testimony_id = '${testimonyId}'`;
  expect(
    await byHand(
      `update testimony_versions set version = version + 1, paragraphs = '[{"number":1}]' ${where}`,
    ),
  ).toBe("testimony.version_is_immutable");
  for (const set of ["links set note", "statements set claim"])
    expect(await byHand(`update ${set} = '${CANARY}' ${where}`), set).toBe("deletion.done");
});

it("is carried out also where whoever accepted a version had a part in a later one", async () => {
  const { id: testimonyId, version } = await aTestimony(world);
  const submitted = await world.do("investigator", submitTestimony, { testimonyId, version });
  const accepted = await world.do("reviewer", acceptTestimony, { testimonyId, version: submitted.version });
  const amended = await world.do("investigator", amendTestimony, {
    testimonyId,
    version: accepted.version,
    reason,
  });
  const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
  const { accountId } = world.person("reviewer");
  await world.do("investigator", saveTestimony, {
    ...testimonyTexts(world),
    witnessId: testimony.witnessId,
    people: [{ role: "interpreter", accountId, description: null }],
    testimonyId,
    version: amended.version,
  });
  await deleted(testimonyId);
  expect(await world.ask("reviewer", readTestimonyRetention, { testimonyId })).toHaveProperty(
    "certificate.seq",
  );
});

it("removes the files that came with it, and none that another account holds", async () => {
  const sys = await system();
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
        .then(() => sha256);
    return keepFile(sys, world.caseId, chunks(body), 1_000, note);
  };
  const { id: testimonyId } = await aTestimony(world);
  const own = await attach(testimonyId, "only here");
  const shared = await attach(testimonyId, "here and there");
  await attach((await aTestimony(world)).id, "here and there");
  await deleted(testimonyId);
  const isThere = async (sha256: string) => (await maybeFile(sys, world.caseId, sha256)) !== null;
  expect([await isThere(own), await isThere(shared)]).toEqual([false, true]);
  expect(
    recordKeysOf(sys)
      .ids()
      .filter((id) => id.startsWith("f_")),
  ).toHaveLength(1);
});

async function* chunks(body: string) {
  yield Buffer.from(body);
}

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
  const statement = await aStatementOf(using, testimonyId, {
    claim: words("They came from the north."),
    saidEdtf: "2031-02-14",
    saidWording: words("that night"),
  });
  const other = await anAccount(world);
  await linked(using, statement.id, (await anAllegation(world)).id);
  await world.do("investigator", recordDependency, {
    caseId: world.caseId,
    statementId: statement.id,
    otherStatementId: other.id,
    kind: "discussed_facet",
    note: words("both spoke that night"),
  });
  const contradiction = await world.do("investigator", recordContradiction, {
    caseId: world.caseId,
    statementId: statement.id,
    otherStatementId: other.id,
    kind: "other",
    allegationId: null,
    facet: null,
    note: words("from the north, and from the south"),
  });
  await world.do("reviewer", dismissContradiction, {
    contradictionId: contradiction.id,
    version: contradiction.version,
    reason: words("they came twice"),
  });
  await indexed(using, testimonyId, [{ relation: "kin", decision: "cut_out", words: CANARY }]);
  await anAssignment(using, "reviewer", testimonyId);
  const comment = await aComment(using, { recordId: testimonyId });
  await aLink(using, "testimony_incident", testimonyId, (await anIncident(world)).id, {
    role: "describes",
    note: words("as it says"),
  });
  const draft = { values: { note: words("not saved") } };
  const draftKey = `${world.caseId}.testimony.save.${testimonyId}`;
  for (const key of [draftKey, `${world.caseId}.comment.${comment.id}`])
    await saveDraft(world.person("investigator"), key, 0, draft);
  return { testimonyId, comment, draftKey, words };
}

/** The tables in which a word stands, also sealed in the log, and on SQLite the files of the database that hold it. */
async function placesOf(word: string): Promise<string[]> {
  const { store, path } = world.fresh;
  const tables =
    path === null
      ? sql`select table_name as name from information_schema.tables where table_schema = 'public'`
      : sql`select name from sqlite_schema where type = 'table'`;
  const found: string[] = [];
  for (const { name } of await store.read.raw<{ name: string }>(tables)) {
    const rows = await store.read.raw(
      sql.raw(path === null ? `select t::text as row from "${name}" t` : `select * from "${name}"`),
    );
    if (JSON.stringify(rows).includes(word)) found.push(name);
  }
  const { keys } = await system();
  for (const { seq, keyId, ciphertext } of await store.read.select().from(auditDetails))
    if (JSON.stringify(await openDetail(store.read, keys, keyId, seq, ciphertext)).includes(word))
      found.push(`entry ${seq}`);
  if (path !== null && plainBytes(path).includes(word)) found.push("file");
  return found;
}
