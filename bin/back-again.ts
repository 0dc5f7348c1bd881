/** What a restore and the doctor say of what was destroyed once and is there again. */
import type { Reader } from "#db/store.ts";
import { destroyedIds, tombstonesIn } from "#lib/platform/tombstones.ts";
import { backAgain } from "#lib/retention/find/back-again.ts";

/** A sentence for accounts and one for identities, where there are any. */
export async function backAgainLines(read: Reader, dataFolder: string): Promise<string[]> {
  const { accounts, people } = await backAgain(read, destroyedIds(tombstonesIn(dataFolder)));
  return [
    ...(accounts.length === 0
      ? []
      : [
          `These accounts were deleted, and a backup from before brought their words back: ${accounts.join(", ")}. Have two people delete them again before anybody works with them.`,
        ]),
    ...(people.length === 0
      ? []
      : [
          `The identities of these people were destroyed, and a backup from before brought back what is left of them: ${people.join(", ")}. Nothing opens them, but names that are guessed find them: have two people destroy them again.`,
        ]),
  ];
}
