/**
 * Builds a queued export: gathers as the person who asked, writes the bag in a worker, notes the hash of its bytes. And
 * sweeps away the bags that nobody may fetch any more.
 */
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { eq, getTableColumns, inArray } from "drizzle-orm";
import { isStorageFull } from "#db/errors.ts";
import { caseExports, cases, jobs } from "#db/schema/index.ts";
import { checkpointNow } from "#lib/audit/checkpoints.ts";
import { SignerRefuses } from "#lib/audit/log-keys.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import { execute } from "#lib/core/execute.ts";
import { tell } from "#lib/core/notices.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { recordKeysOf, type System, system } from "#lib/core/system.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { JobHandler } from "#lib/jobs/runner.ts";
import { readEnv } from "#lib/platform/env.ts";
import { logEvent } from "#lib/platform/log.ts";
import { isSealed, sealInPlace } from "#lib/platform/plain-files.ts";
import { sealing } from "#lib/platform/sealed-file.ts";
import { failExport } from "./commands/fail-export.ts";
import { finishExport } from "./commands/finish-export.ts";
import { type DossierProgress, writeDossierBag } from "./formats/write-dossier.ts";
import { writeKeyBag } from "./formats/write-key.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { assemblePseudonymKey } from "./queries/assemble-pseudonym-key.ts";
import { readExport } from "./queries/read-export.ts";
import { endsSoon } from "./find/ending.ts";
import { lastClosed } from "./find/closed-since.ts";
import { decideBag } from "./find/gate-bars.ts";
import { keyStands } from "./find/key.ts";
import { nowStaying } from "./find/staying.ts";
import { dossierFaults } from "./rules/faults.ts";
import { isUnderWay, stateNow } from "./rules/status.ts";
import { bagContext, bagFolder, bagPath, type BuildProblem, exportOfFile } from "./vocabulary.ts";

/** Exports told of in one hour; the others wait for the next. */
const ENDING_MAX = 1_000;
const DAY_MS = 86_400_000;

/** The dossier holds a reference that leads nowhere: a court must never meet one, so nothing is handed over. */
class Unsound extends Error {}
/** The log is not the one that was signed before, or its key is missing. */
class Unsigned extends Error {}
/** A name in a key to codes says more of somebody than how they are called. */
class SaysMore extends Error {}

export const buildExport: JobHandler = async ({ subjectId: exportId, caller, progress }) => {
  try {
    await build(exportId, caller, progress);
  } catch (error) {
    await noteFailure(exportId, caller, error);
    throw error;
  }
};

type Progress = (percent: number) => Promise<void>;

async function build(exportId: string, caller: Caller, progress: Progress): Promise<void> {
  const sys = await system();
  const { status, caseId, contents } = await ask(readExport, caller, { exportId });
  // A stop between the end of the build and that of its job: the hash on record is that of the bag that lies there.
  if (!isUnderWay(status)) return;
  await progress(5);
  const write = contents === "records" ? writeRecords : writeKey;
  const built = await write(sys, { exportId, caseId }, caller, progress);
  const { version } = await ask(readExport, caller, { exportId });
  await execute(finishExport, caller, {
    exportId,
    version,
    expiresAt: sys.clock() + readEnv().exportDays * DAY_MS,
    ...built,
  });
}

interface OfCase {
  readonly exportId: string;
  readonly caseId: string;
}

async function writeRecords(sys: System, of: OfCase, caller: Caller, progress: Progress) {
  const { exportId } = of;
  const { size } = await signed(sys);
  const { dossier, proofs, included, leakScan } = await ask(assembleDossier, caller, { exportId, size });
  if (dossierFaults(dossier).length > 0) throw new Unsound();
  await progress(20);
  const { sha256, sizeBytes } = await writeDossierBag({
    dossier,
    proofs,
    labels: { en, ar },
    ...(await cleared(sys, of)),
    onProgress: (at) => void progress(percentOf(at)),
  });
  const withheld = dossier.withheld.map(({ kind, code, rule }) => ({ kind, code, rule }));
  return { sha256, sizeBytes, included, leakScan, withheld };
}

/** A court is to see what the log says of an export: what nobody can sign does not leave. */
async function signed(sys: System) {
  const checkpoint = await checkpointNow(sys).catch((error: unknown) => {
    throw error instanceof SignerRefuses ? new Unsigned() : error;
  });
  if (!checkpoint) throw new Unsigned();
  return checkpoint;
}

async function writeKey(sys: System, of: OfCase, caller: Caller, progress: Progress) {
  const { exportId } = of;
  const assembled = await ask(assemblePseudonymKey, caller, { exportId });
  const { key, recipientKey, included, leakScan, people, withheld } = assembled;
  // Names leave for nobody's sake but their key's: what says more is not even written.
  if (leakScan === "found") throw new SaysMore();
  await progress(50);
  const place = await cleared(sys, of);
  const { sha256, sizeBytes } = await writeKeyBag({ key, recipientKey, labels: { en, ar }, ...place });
  return { sha256, sizeBytes, included, leakScan, withheld, people };
}

/** The place of a bag and the way to it under a key of its own. What a build that was cut off has left there is on no record, and goes. */
async function cleared(sys: System, { exportId, caseId }: OfCase) {
  await mkdir(bagFolder(sys.dataFolder), { recursive: true, mode: 0o700 });
  recordKeysOf(sys).destroy(exportId);
  await removeFiles(
    sys,
    (await bagFiles(sys)).filter((file) => file.exportId === exportId),
  );
  const key = recordKeysOf(sys).make(caseId, exportId);
  return {
    outputPath: bagPath(sys.dataFolder, exportId),
    through: () => sealing(key, bagContext(exportId)),
  };
}

/** Typesetting is the long part. */
function percentOf({ step, done, total }: DossierProgress): number {
  switch (step) {
    case "checking":
      return 25;
    case "pdf":
      return 30 + (total ? (50 * done) / total : 0);
    case "packing":
      return 85;
    case "finished":
      return 95;
  }
}

/** Says on the export why it failed, if the person may still do so; a person whose rights are gone leaves it as it is. */
async function noteFailure(exportId: string, caller: Caller, error: unknown): Promise<void> {
  const { version } = await ask(readExport, caller, { exportId });
  await execute(failExport, caller, { exportId, version, problem: kindOf(error) });
}

function kindOf(error: unknown): BuildProblem {
  if (error instanceof Unsound) return "unsound";
  if (error instanceof Unsigned) return "log_unsigned";
  if (error instanceof SaysMore) return "says_more";
  if (error instanceof Refused && error.rule === "vault.unreadable") return "identity_unreadable";
  if (error instanceof NotFound || error instanceof Refused) return "rights_lost";
  if (error instanceof Conflict && error.rule === "pseudonymKey.nobody_named") return "nobody_named";
  if (error instanceof Conflict && error.rule === "case.retracted") return "case_retracted";
  if (error instanceof Conflict && /^(?:export\.consent_|pseudonymKey\.)changed$/.test(error.rule))
    return "consent_changed";
  if (error instanceof Conflict && /^export\.(expired|not_approved|not_ready)$/.test(error.rule))
    return "bag_gone";
  if (error instanceof Conflict && error.rule === "export.leak_found") return "leak_found";
  if (error instanceof Conflict && /^(recipient|assurance)\./.test(error.rule)) return "recipient_barred";
  return isStorageFull(error) ? "storage_full" : "fault";
}

/**
 * Deletes the bags that nobody may fetch any more – expired, failed, of a retracted case, or holding a testimony that may
 * no longer leave, the key to codes of somebody who is not named like that any more – and what builds that were cut off have left. The export stays on record with its hash.
 */
export async function sweepBags(): Promise<void> {
  const sys = await system();
  // Files first: what lies there now is on record already, and a bag whose build begins after this is not looked at.
  const keyIds = recordKeysOf(sys)
    .ids()
    .filter((id) => exportOfFile(`${id}.zip`));
  const files = await bagFiles(sys);
  const { fetchable, underWay } = await bagsInUse(sys, [
    ...new Set([...keyIds, ...files.map(({ exportId }) => exportId)]),
  ]);
  const goes = files.filter(
    ({ exportId, isWhole }) => !underWay.has(exportId) && !(isWhole && fetchable.has(exportId)),
  );
  // Keys before files: what has lost its key is gone, wherever a copy of it lies.
  for (const id of keyIds) if (!underWay.has(id) && !fetchable.has(id)) recordKeysOf(sys).destroy(id);
  await removeFiles(sys, goes);
  if (goes.length > 0) logEvent("export.swept", { files: goes.length });
}

/** Tells those who asked for an export, once, that it can be fetched for three more days. */
export async function tellEnding(): Promise<void> {
  const sys = await system();
  const now = sys.clock();
  const ending = await sys.store.read
    .select({ id: caseExports.id, caseId: caseExports.caseId, humanId: caseExports.requestedByHumanId })
    .from(caseExports)
    .where(endsSoon(now))
    .limit(ENDING_MAX);
  if (ending.length === 0) return;
  await keepBooks(sys, async (books) => {
    for (const { id, caseId, humanId } of ending) {
      const said = { kind: "export_expiring", caseId, noun: "export", recordId: id } as const;
      await tell({ books, now, by: null }, { to: [humanId], ...said, onceKey: `export_expiring:${id}` });
    }
  });
}

/**
 * Seals bags from before bags were sealed, if they are what is on record. Others, and what builds that were cut off have left
 * open, are taken away: nobody could fetch them.
 */
export async function sealPlainBags(sys: System, say: (line: string) => void): Promise<void> {
  let sealed = 0;
  for (const { exportId, isWhole, name } of await bagFiles(sys)) {
    const path = join(bagFolder(sys.dataFolder), name);
    if (await isSealed(path)) continue;
    const [row] = await sys.store.read
      .select({ compartment: caseExports.caseId, sha256: caseExports.sha256 })
      .from(caseExports)
      .where(eq(caseExports.id, exportId));
    const bound = { keyId: exportId, context: bagContext(exportId) };
    const isKept =
      isWhole && row?.sha256 && (await sealInPlace(sys, path, { ...row, ...bound, sha256: row.sha256 }));
    if (isKept) sealed += 1;
    else await rm(path);
  }
  if (sealed > 0) say(`${sealed} exports lay open on the disk, and are sealed now.`);
}

interface BagFile {
  name: string;
  exportId: string;
  /** False for the unfinished part of a bag. */
  isWhole: boolean;
}

async function bagsInUse({ store: { read }, clock }: System, exportIds: readonly string[]) {
  const rows = await inPieces(exportIds, (some) =>
    read
      .select({
        ...getTableColumns(caseExports),
        caseRetractedAt: cases.retractedAt,
        jobStatus: jobs.status,
        jobProblem: jobs.problem,
      })
      .from(caseExports)
      .innerJoin(cases, eq(cases.id, caseExports.caseId))
      .leftJoin(jobs, eq(jobs.id, caseExports.jobId))
      .where(inArray(caseExports.id, some)),
  );
  const now = rows.map((row) => ({ ...row, status: stateNow(row, clock()).status }));
  const ready = now.filter(({ status, caseRetractedAt }) => status === "ready" && caseRetractedAt === null);
  const fetchable = new Set<string>();
  for (const [caseId, bags] of Map.groupBy(ready, (row) => row.caseId)) {
    const staying = new Set(await nowStaying(read, caseId));
    const closedAt = (await lastClosed(read, caseId)) ?? 0;
    for (const bag of bags) {
      const included = bag.included ?? [];
      if (bag.createdAt <= closedAt || included.some((testimonyId) => staying.has(testimonyId))) continue;
      const decided = await decideBag(read, bag, included, clock());
      if (decided?.staying.size === 0 && (await keyStands(read, bag, bag, clock()))) fetchable.add(bag.id);
    }
  }
  return {
    fetchable,
    underWay: new Set(now.flatMap(({ id, status }) => (isUnderWay(status) ? [id] : []))),
  };
}

/** Bags, and unfinished parts of them, in the exports' folder. */
async function bagFiles({ dataFolder }: System): Promise<BagFile[]> {
  const names = await readdir(bagFolder(dataFolder)).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  return names.flatMap((name) => {
    const file = exportOfFile(name);
    return file === null ? [] : { name, ...file };
  });
}

async function removeFiles({ dataFolder }: System, files: readonly BagFile[]): Promise<void> {
  for (const { name } of files) await rm(join(bagFolder(dataFolder), name), { force: true });
}
