/**
 * A program of its own that works until it is killed: several commands at once, and a line for each that was answered.
 *   node crash-writer.ts DATABASE CALLER CASE
 * The line is `<id> <version>`; what stands in it was promised to somebody.
 */
import { writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { TEST_FILE_KEY } from "#db/testing/file-key.ts";
import { openSqlite } from "#db/store.ts";
import type { Caller } from "#lib/core/caller.ts";
import { UNWATCHED } from "#lib/core/clock.ts";
import { execute } from "#lib/core/execute.ts";
import { useSystem } from "#lib/core/system.ts";
import { keysFrom } from "#lib/platform/keys.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";

const AT_ONCE = 6;

const [database = "", person = "", caseId = ""] = process.argv.slice(2);
const { accountId, humanId } = z
  .object({ accountId: z.string(), humanId: z.string() })
  .parse(JSON.parse(person));
const caller: Caller = { kind: "person", accountId, humanId, session: null, auth: "terminal" };

useSystem({
  store: openSqlite(database, TEST_FILE_KEY),
  keys: keysFrom(Buffer.alloc(32, 7)),
  clock: Date.now,
  clockWatch: UNWATCHED,
  dataFolder: dirname(database),
});

const promised = ({ id, version }: { id: string; version: number }) => writeSync(1, `${id} ${version}\n`);

const fields = {
  nameAr: null,
  variants: null,
  kind: "village",
  precision: "P3",
  parentId: null,
  parentBasis: null,
  latE5: null,
  lonE5: null,
  coordinateBasis: null,
  possibleDuplicateOfId: null,
  note: null,
} as const;

async function work(worker: number): Promise<never> {
  for (let n = 0; ; n++) {
    const name = `place ${worker} ${n}`;
    const made = await execute(recordPlace, caller, { ...fields, name, caseId });
    promised(made);
    const again = { ...fields, name: `${name} again`, placeId: made.id, version: made.version };
    const after = await execute(amendPlace, caller, again);
    promised(after);
    if (n % 3 !== 0) continue;
    promised(
      await execute(retractPlace, caller, { placeId: made.id, version: after.version, reason: "A mistake." }),
    );
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, (_, worker) => work(worker)));
