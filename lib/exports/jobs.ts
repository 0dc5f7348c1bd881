/** Builds a queued export: gathers as the person who asked, writes the bag in a worker, notes the hash of its bytes. */
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { isStorageFull } from "#db/errors.ts";
import { ask } from "#lib/core/ask.ts";
import type { Caller } from "#lib/core/caller.ts";
import { execute } from "#lib/core/execute.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import type { JobHandler } from "#lib/jobs/runner.ts";
import { readEnv } from "#lib/platform/env.ts";
import { failExport } from "./commands/fail-export.ts";
import { finishExport } from "./commands/finish-export.ts";
import { type DossierProgress, writeDossierBag } from "./formats/write-dossier.ts";
import { assembleDossier } from "./queries/assemble-dossier.ts";
import { readExport } from "./queries/read-export.ts";
import { dossierFaults } from "./rules/faults.ts";
import { bagPath } from "./vocabulary.ts";

const DAY_MS = 86_400_000;

/** The dossier holds a reference that leads nowhere: a court must never meet one, so nothing is handed over. */
class Unsound extends Error {}

export const buildExport: JobHandler = async ({ subjectId: exportId, caller, progress }) => {
  try {
    await build(exportId, caller, progress);
  } catch (error) {
    await noteFailure(exportId, caller, error);
    throw error;
  }
};

async function build(
  exportId: string,
  caller: Caller,
  progress: (percent: number) => Promise<void>,
): Promise<void> {
  const sys = await system();
  await progress(5);
  const { dossier, included } = await ask(assembleDossier, caller, { exportId });
  if (dossierFaults(dossier).length > 0) throw new Unsound();
  await progress(20);
  const outputPath = bagPath(sys.dataFolder, exportId);
  await mkdir(dirname(outputPath), { recursive: true, mode: 0o700 });
  const { sha256, sizeBytes } = await writeDossierBag({
    dossier,
    labels: { en, ar },
    outputPath,
    onProgress: (at) => void progress(percentOf(at)),
  });
  const { version } = await ask(readExport, caller, { exportId });
  await execute(finishExport, caller, {
    exportId,
    version,
    sha256,
    sizeBytes,
    included,
    withheld: dossier.withheld.map(({ kind, code, rule }) => ({ kind, code, rule })),
    expiresAt: sys.clock() + readEnv().exportDays * DAY_MS,
  });
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

function kindOf(error: unknown): "fault" | "storage_full" | "rights_lost" | "unsound" {
  if (error instanceof Unsound) return "unsound";
  if (error instanceof NotFound || error instanceof Refused) return "rights_lost";
  return isStorageFull(error) ? "storage_full" : "fault";
}
