import { victimNameOpenings } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { sessionMark } from "#lib/vault/rules/session.ts";
import { z } from "zod";
import { openingOf } from "../find/lists.ts";
import { NameReason } from "../vocabulary.ts";
import { NAMES_SHOWN_MS } from "../words.ts";

/**
 * Opens the names on the lists of a case to this account and this session for half an hour, for a reason that stands in the log once.
 * The answer says no name: they are read by a question of their own, of which each answer is traced.
 */
export const openVictimNames = command({
  name: "victimList.openNames",
  input: z.strictObject({ caseId: CaseId, reasonCode: NameReason }),
  permission: "victimList.openNames",
  isSensitive: true,
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, reasonCode }) {
    const { accountId, humanId } = ctx.scope;
    const before = await openingOf(ctx, caseId);
    const row =
      before?.reason === reasonCode
        ? before
        : await ctx.write.insert(victimNameOpenings, {
            id: newId("victimNameOpening"),
            caseId,
            reason: reasonCode,
            openedAt: ctx.now,
            openedByHumanId: humanId,
            openedBy: accountId,
            shownUntil: ctx.now + NAMES_SHOWN_MS,
            sessionMark: sessionMark(ctx.keys, ctx.caller),
          });
    return {
      result: { id: row.id, shownUntil: row.shownUntil },
      entry: { object: { id: row.id, version: row.version }, reason: reasonCode },
    };
  },
});
