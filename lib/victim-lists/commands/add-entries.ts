import { max, eq } from "drizzle-orm";
import { victimListEntries } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { personKey } from "#lib/core/person-key.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { countEntries, findList } from "../find/lists.ts";
import { readRows } from "../rules/pasted-rows.ts";
import { marksOf, sealNames } from "../rules/sealing.ts";
import { VictimListId } from "../vocabulary.ts";
import { ENTRIES_MAX } from "../words.ts";

const PASTED_MAX = 200_000;

/**
 * Adds rows to a list, as they were pasted: all of them or none. Names are sealed before they are written; not even a keyed hash of
 * what was pasted is kept, and the log says how many rows came.
 */
export const addEntries = command({
  name: "victimList.addEntries",
  input: z.strictObject({ listId: VictimListId, rows: z.string().min(1).max(PASTED_MAX) }),
  permission: "victimList.write",
  secrets: ["rows"],
  alone: true,
  load: (ctx, { listId }) => findList(ctx, listId),
  async run(ctx, { listId, rows: pasted }, list) {
    mustStand(list);
    const { caseId } = list;
    const rows = readRows(pasted);
    if ((await countEntries(ctx.read, caseId)) + rows.length > ENTRIES_MAX)
      throw new Conflict("victim_list.full");
    const [last] = await ctx.read
      .select({ position: max(victimListEntries.position) })
      .from(victimListEntries)
      .where(eq(victimListEntries.listId, listId));
    const key = personKey(ctx, caseId, listId);
    let position = last?.position ?? 0;
    for (const { nameAr, nameLatin, ...row } of rows) {
      const id = newId("victimListEntry");
      const names = { ar: nameAr, latin: nameLatin };
      position += 1;
      await ctx.write.insert(victimListEntries, {
        id,
        caseId,
        listId,
        position,
        names: sealNames(key, id, names),
        marks: marksOf(ctx.keys, caseId, names),
        ...row,
        addedAt: ctx.now,
        addedBy: ctx.scope.accountId,
      });
    }
    return {
      result: { id: listId, version: list.version, added: rows.length },
      entry: { object: { id: listId, version: list.version }, detail: { added: rows.length } },
    };
  },
});
