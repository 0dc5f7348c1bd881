/** Whether what was destroyed stays so, and nothing else lost the key that opens it. */
import { and, asc, gt, isNull } from "drizzle-orm";
import { identities } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { type RecordKeys, recordKeys, recordKeysIn } from "#lib/platform/record-keys.ts";
import { destroyedIds, tombstonesIn } from "#lib/platform/tombstones.ts";
import { backAgainLines } from "../back-again.ts";
import { type Finding, fix, ok } from "./finding.ts";

const SLICE_ROWS = 1_000;

export async function destructionFindings(read: Reader, dataFolder: string, keys: Keys): Promise<Finding[]> {
  const back = await backAgainLines(read, dataFolder);
  const held = recordKeys(recordKeysIn(dataFolder), keys);
  const lost = await withoutKey(read, held, new Set(destroyedIds(tombstonesIn(dataFolder))));
  const broken = held.broken().length;
  return [
    broken === 0
      ? ok("Every key of a record opens.")
      : fix(
          `${broken} keys of records are damaged or under other keys: what they open stays shut. Bring these back from your newest backup of them: npm run restore -- --from FOLDER --keys FOLDER`,
        ),
    ...(back.length === 0 ? [ok("What was destroyed has not come back.")] : back.map(fix)),
    lost === 0
      ? ok("Every identity has its key.")
      : fix(
          `${lost} identities have no key and were not destroyed: nothing opens them. Bring the keys of records back from your newest backup of them, into keys/records in the data folder.`,
        ),
  ];
}

/** How many identities are kept that nothing opens. */
async function withoutKey(read: Reader, held: RecordKeys, destroyed: ReadonlySet<string>): Promise<number> {
  let lost = 0;
  for (let after = ""; ;) {
    const rows = await read
      .select({ id: identities.id, keyId: identities.keyId })
      .from(identities)
      .where(and(gt(identities.id, after), isNull(identities.shreddedAt)))
      .orderBy(asc(identities.id))
      .limit(SLICE_ROWS);
    const last = rows.at(-1);
    if (!last) return lost;
    after = last.id;
    lost += rows.filter(({ id, keyId }) => !destroyed.has(id) && !held.has(keyId)).length;
  }
}
