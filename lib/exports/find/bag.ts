import { existsSync } from "node:fs";
import { keptFile, type KeptFile, keyOf, type Shelf } from "#lib/platform/storage.ts";
import { bagContext, bagPath } from "../vocabulary.ts";

/**
 * The bag of an export, as its recipient is to get it; null when none lies there.
 * @throws DamagedFile when what lies there is not what was built, or its key is gone
 */
export async function maybeBag(
  shelf: Shelf,
  { exportId, caseId }: { exportId: string; caseId: string },
): Promise<KeptFile | null> {
  const path = bagPath(shelf.dataFolder, exportId);
  if (!existsSync(path)) return null;
  const key = keyOf(shelf, caseId, exportId);
  return keptFile({ path, key, context: bagContext(exportId) });
}
