import { callerCodes } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { accountBehind } from "#lib/core/caller-code.ts";
import type { Keys } from "#lib/platform/keys.ts";

/**
 * True when the key is the one under which this database was written: every entry has somebody's code, and what is
 * sealed in it opens with no other key. Null for a database in which nobody has acted yet.
 */
export async function keyFits(read: Reader, keys: Keys): Promise<boolean | null> {
  const [row] = await read.select({ code: callerCodes.code }).from(callerCodes).limit(1);
  if (!row) return null;
  return accountBehind(read, keys, row.code).then(
    () => true,
    () => false,
  );
}
