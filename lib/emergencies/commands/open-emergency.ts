import { emergencyAccesses } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { emergenciesOf } from "#lib/core/emergency.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { asTold, tell } from "#lib/core/notices.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { watchersOf } from "../find.ts";
import { UNREVIEWED_MAX } from "../rules.ts";
import { MINUTES } from "../vocabulary.ts";

/**
 * Breaks the glass: somebody on call opens a case to read in it for some minutes, with the compartments for which two people
 * cleared them beforehand. Those who watch over it are told at once; each answer from it is in the log; nothing is taken along
 * or written, and nobody's consent is changed. Nobody has two cases open at once, opens a
 * third time before somebody looked at one, or opens what nobody else watches over.
 */
export const openEmergency = command({
  name: "emergency.open",
  input: z.strictObject({
    caseId: CaseId,
    minutes: z.literal(MINUTES),
    reason: Reason,
  }),
  permission: "emergency.open",
  sight: "emergency.open",
  isSensitive: true,
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, minutes, reason }) {
    const { accountId, humanId } = ctx.scope;
    const { open, unreviewed } = await emergenciesOf(ctx.read, humanId, ctx.now);
    if (open.length > 0) throw new Conflict("emergency.is_open");
    if (unreviewed >= UNREVIEWED_MAX) throw new Conflict("emergency.too_many");
    const watchers = (await watchersOf(ctx, caseId)).filter((one) => one !== humanId);
    if (watchers.length === 0) throw new Conflict("emergency.nobody_watches");
    const expiresAt = ctx.now + minutes * 60_000;
    const { id, version } = await ctx.write.insert(emergencyAccesses, {
      id: newId("emergency"),
      caseId,
      accountId,
      reason,
      openedAt: ctx.now,
      expiresAt,
      endedAt: null,
      reviewedAt: null,
      reviewedBy: null,
      verdict: null,
      reviewNote: null,
    });
    const told = { kind: "emergency_opened", noun: "emergency", recordId: id, caseId } as const;
    await tell(asTold(ctx), { to: watchers, ...told });
    const object = { id, version };
    return {
      result: { ...object, expiresAt },
      entry: { object, detail: { minutes, reason } },
    };
  },
});
