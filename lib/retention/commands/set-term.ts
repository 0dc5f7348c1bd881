import { and, eq } from "drizzle-orm";
import { retentionTerms } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Reason } from "#lib/core/fields.ts";
import { newId } from "#lib/core/ids.ts";
import { Conflict } from "#lib/core/refusals.ts";
import { z } from "zod";
import { Months, MONTHS, TermClass } from "../vocabulary.ts";

/** Sets for how long a case keeps the accounts of a class (GDPR, article 5(1)(e); ASVS 5.0, 14.2.7). */
export const setTerm = command({
  name: "retention.setTerm",
  /** `seen` is the version of the term that whoever sets it has seen, 0 where none was set. */
  input: z.strictObject({
    caseId: CaseId,
    retentionClass: TermClass,
    months: Months,
    reason: Reason,
    seen: z.number().int().min(0),
  }),
  permission: "retention.write",
  load: (ctx, { caseId }) => findCase(ctx, caseId),
  async run(ctx, { caseId, retentionClass, months, reason, seen }) {
    const [before] = await ctx.read
      .select()
      .from(retentionTerms)
      .where(and(eq(retentionTerms.caseId, caseId), eq(retentionTerms.retentionClass, retentionClass)));
    if ((before?.version ?? 0) !== seen) throw new Conflict("retention.moved_on");
    const said = { months, setAt: ctx.now, setBy: ctx.scope.accountId };
    const after = before
      ? await ctx.write.amend(retentionTerms, before.id, before.version, said)
      : await ctx.write.insert(retentionTerms, {
          id: newId("retentionTerm"),
          caseId,
          retentionClass,
          ...said,
        });
    return {
      result: { id: after.id },
      entry: {
        object: { id: after.id, version: after.version },
        detail: {
          retentionClass,
          before: { months: before?.months ?? MONTHS[retentionClass] },
          after: { months },
          reason,
        },
      },
    };
  },
});
