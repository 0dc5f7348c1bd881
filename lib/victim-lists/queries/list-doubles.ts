import { and, desc, eq, inArray } from "drizzle-orm";
import { victimDoubles, victimListEntries, victimMerges, victims } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { shownOpening } from "../find/lists.ts";
import { personsOf } from "../find/persons.ts";

/** Pairs and merges shown at once; when they are decided on, others follow. */
const SHOWN_MAX = 25;

/** What waits for a decision: pairs of rows that may be one person, the likeliest first, and merges, some for a second person. No name. */
export const listDoubles = query({
  name: "victimList.doubles",
  input: z.strictObject({ caseId: CaseId }),
  permission: "victimList.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const { read, scope } = ctx;
    const found = await read
      .select()
      .from(victimDoubles)
      .where(
        and(
          scope.cases(victimDoubles.caseId),
          eq(victimDoubles.caseId, caseId),
          eq(victimDoubles.status, "open"),
        ),
      )
      .orderBy(desc(victimDoubles.likeness), victimDoubles.id);
    const { entries, merges, persons } = await personsOf(ctx, caseId);
    const standing = new Map(entries.map((entry) => [entry.id, entry]));
    const settled = new Map<string, Set<string>>();
    for (const { id, victimId, entryIds } of merges)
      for (const entryId of entryIds)
        settled.set(entryId, new Set([...(settled.get(entryId) ?? []), victimId ?? id]));
    const isOpen = (one: string, other: string) =>
      standing.has(one) &&
      standing.has(other) &&
      ![...(settled.get(one) ?? [])].some((by) => settled.get(other)?.has(by));
    const open = found.filter(({ oneId, otherId }) => isOpen(oneId, otherId));
    const shown = open.slice(0, SHOWN_MAX);
    // A merge whose victim is in a compartment is told to nobody who may not see that one.
    const told = await read
      .select({ id: victimMerges.id })
      .from(victimMerges)
      .where(
        and(
          scope.cases(victimMerges.caseId),
          inArray(
            victimMerges.id,
            merges.map(({ id }) => id),
          ),
        ),
      );
    const visible = merges.filter(({ id }) => told.some((one) => one.id === id));
    const waiting = visible.filter(({ status }) => status === "waiting").slice(0, SHOWN_MAX);
    const merged = visible
      .filter(({ status }) => status === "merged")
      .slice(-SHOWN_MAX)
      .toReversed();
    const needed = [
      ...shown.flatMap(({ oneId, otherId }) => [oneId, otherId]),
      ...[...waiting, ...merged].flatMap(({ entryIds }) => entryIds),
    ];
    const rows = await read
      .select({
        id: victimListEntries.id,
        listId: victimListEntries.listId,
        position: victimListEntries.position,
        age: victimListEntries.age,
        ageBand: victimListEntries.ageBand,
        sex: victimListEntries.sex,
        place: victimListEntries.place,
        occurredEdtf: victimListEntries.occurredEdtf,
        outcome: victimListEntries.outcome,
      })
      .from(victimListEntries)
      .where(and(scope.cases(victimListEntries.caseId), inArray(victimListEntries.id, [...new Set(needed)])));
    const codes = await read
      .select({ id: victims.id, code: victims.code })
      .from(victims)
      .where(
        and(
          scope.cases(victims.caseId, "victim.read"),
          inArray(
            victims.id,
            visible.map(({ victimId }) => victimId).filter((id) => id !== null),
          ),
        ),
      );
    const shownMerge = ({ proposedByHumanId, ...merge }: (typeof visible)[number]) => ({
      id: merge.id,
      version: merge.version,
      entryIds: merge.entryIds,
      proposedAt: merge.proposedAt,
      victim: codes.find(({ id }) => id === merge.victimId) ?? null,
      isOwn: proposedByHumanId === scope.humanId,
    });
    return {
      pairs: shown.map(({ id, version, oneId, otherId, likeness }) => ({
        id,
        version,
        oneId,
        otherId,
        likeness,
      })),
      hasMore: open.length > shown.length,
      waiting: waiting.map(shownMerge),
      merged: merged.map(shownMerge),
      rows: rows.map((row) => ({ ...row, listCode: standing.get(row.id)?.listCode ?? "" })),
      opening: await shownOpening(ctx, caseId),
      persons: persons.length,
      may: {
        decide: scope.roleFor("victimList.decide", caseId) !== null,
        openNames: scope.roleFor("victimList.openNames", caseId) !== null,
      },
    };
  },
});
