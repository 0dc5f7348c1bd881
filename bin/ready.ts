/** What an opened installation has to bring up to date before it serves: each is done once, and goes on where it was cut off. */
import { fillTree } from "#lib/audit/fill-tree.ts";
import { sayDepartures } from "#lib/audit/say-departures.ts";
import type { System } from "#lib/core/system.ts";
import { sealPlainBags } from "#lib/exports/jobs.ts";
import { sealPlainFiles } from "#lib/platform/plain-files.ts";
import { fillSearchIndex } from "#lib/search/jobs.ts";

/** @param say receives a line for each thing that was done */
export async function makeReady(sys: System, say: (line: string) => void): Promise<void> {
  await fillTree(sys, say);
  await sayDepartures(sys, say);
  await fillSearchIndex(sys, say);
  await sealPlainFiles(sys, say);
  await sealPlainBags(sys, say);
}
