import { and, asc, eq, inArray } from "drizzle-orm";
import { victimListEntries, victimNameOpenings } from "#db/schema/index.ts";
import { about } from "#lib/core/denials.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { sessionMark } from "#lib/vault/rules/session.ts";
import { z } from "zod";
import { openNames } from "../rules/sealing.ts";
import { EntryId, OpeningId } from "../vocabulary.ts";
import { NAMES_MAX } from "../words.ts";

/** Names on lists, to the account and the session that opened them, while they are open. */
export const readVictimNames = query({
  name: "victimList.readNames",
  input: z.strictObject({ openingId: OpeningId, entryIds: z.array(EntryId).min(1).max(NAMES_MAX) }),
  permission: "victimList.openNames",
  async run(ctx, { openingId, entryIds }) {
    const { read, scope, caller, keys, recordKeys, now } = ctx;
    const opening = await findRecord(ctx, victimNameOpenings, openingId, "victimList.openNames");
    const { id, version, caseId, reason, shownUntil } = opening;
    return about({ id, version }, caseId, async () => {
      if (opening.openedBy !== scope.accountId) throw new Refused("reveal.of_another");
      if (opening.sessionMark !== sessionMark(keys, caller) || now >= shownUntil)
        throw new Conflict("reveal.over");
      const wanted = [...new Set(entryIds)];
      const rows = await read
        .select()
        .from(victimListEntries)
        .where(and(eq(victimListEntries.caseId, caseId), inArray(victimListEntries.id, wanted)))
        .orderBy(asc(victimListEntries.listId), asc(victimListEntries.position));
      if (rows.length !== wanted.length) throw new NotFound();
      return {
        caseId,
        opening: { id, version },
        reason,
        shownUntil,
        rows: rows.map((row) => ({ id: row.id, version: row.version, ...openNames(recordKeys, row) })),
      };
    });
  },
  traceOf: ({ caseId, opening, reason, rows }) => ({
    caseId,
    object: opening,
    reason,
    shown: rows.map(({ id, version }) => `${id}:${version}`).toSorted(),
  }),
});
