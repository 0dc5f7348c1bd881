import { and, eq, inArray } from "drizzle-orm";
import { sources, victimListEntries, victims } from "#db/schema/index.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { findList, shownOpening } from "../find/lists.ts";
import { personsOf } from "../find/persons.ts";
import { VictimListId } from "../vocabulary.ts";

/** One list with its rows as they were published, without the names, and which victim each of them is. */
export const readVictimList = query({
  name: "victimList.read",
  input: z.strictObject({ listId: VictimListId, page: PageInput }),
  permission: "victimList.read",
  async run(ctx, { listId, page }) {
    const { read, scope } = ctx;
    const list = await findList(ctx, listId);
    const { caseId } = list;
    const source = await findRecord(ctx, sources, list.sourceId, "source.read");
    const keys = keyset(page, "asc", victimListEntries.position, victimListEntries.id);
    const rows = await read
      .select({
        id: victimListEntries.id,
        position: victimListEntries.position,
        age: victimListEntries.age,
        ageBand: victimListEntries.ageBand,
        sex: victimListEntries.sex,
        place: victimListEntries.place,
        occurredEdtf: victimListEntries.occurredEdtf,
        outcome: victimListEntries.outcome,
      })
      .from(victimListEntries)
      .where(and(scope.cases(victimListEntries.caseId), eq(victimListEntries.listId, listId), keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const { persons, entries } = await personsOf(ctx, caseId);
    const on = persons.filter(({ listIds }) => listIds.has(listId));
    const victimOf = new Map(on.flatMap((person) => person.entryIds.map((id) => [id, person.victimId])));
    const seen = await read
      .select({ id: victims.id, code: victims.code })
      .from(victims)
      .where(
        and(
          scope.cases(victims.caseId, "victim.read"),
          inArray(victims.id, [...new Set([...victimOf.values()].filter((id) => id !== null))]),
        ),
      );
    const answer = paged(page, rows, (row) => ({ key: row.position, id: row.id }));
    return {
      list: {
        ...list,
        source: { id: source.id, code: source.code, name: source.name, nameAr: source.nameAr },
      },
      ...answer,
      rows: answer.rows.map((row) => ({
        ...row,
        victim: seen.find(({ id }) => id === victimOf.get(row.id)) ?? null,
      })),
      total: entries.filter((entry) => entry.listId === listId).length,
      persons: on.length,
      opening: await shownOpening(ctx, caseId),
      may: {
        write: list.retractedAt === null && scope.roleFor("victimList.write", caseId) !== null,
        openNames: scope.roleFor("victimList.openNames", caseId) !== null,
      },
    };
  },
});
