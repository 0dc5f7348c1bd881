/** Bags as the program leaves them on the disk, for tests that need one and not what is in it. */
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { recordKeysOf } from "#lib/core/system.ts";
import { sealing } from "#lib/platform/sealed-file.ts";
import type { Shelf } from "#lib/platform/storage.ts";
import { maybeBag } from "../find/bag.ts";
import { bagContext, bagFolder, bagPath } from "../vocabulary.ts";

interface Named {
  exportId: string;
  caseId: string;
}

/** Puts a sealed bag of these bytes into its place. */
export async function aBagOf(sys: Shelf, { exportId, caseId }: Named, bytes: string): Promise<string> {
  mkdirSync(bagFolder(sys.dataFolder), { recursive: true });
  const path = bagPath(sys.dataFolder, exportId);
  const key = recordKeysOf(sys).make(caseId, exportId);
  await pipeline(Readable.from([bytes]), sealing(key, bagContext(exportId)), createWriteStream(path));
  return path;
}

/** Opens a bag into a file, as its recipient gets it. */
export async function openedBag(sys: Shelf, named: Named, to: string): Promise<string> {
  const bag = await maybeBag(sys, named);
  if (bag === null) throw new Error("There is no bag.");
  writeFileSync(to, await buffer(bag.bytes()));
  return to;
}
