import { z } from "zod";
import { allegations, contradictions } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { command } from "#lib/core/command.ts";
import { Note } from "#lib/core/fields.ts";
import { findReference } from "#lib/core/find-record.ts";
import { mustStand, newRecord, recorded } from "#lib/core/outcome.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { findStandingStatement } from "#lib/corroboration/find/records.ts";
import { AllegationId, Facet, StatementId } from "#lib/corroboration/vocabulary.ts";
import { mustNotBeOpen } from "../find/open.ts";
import { mustNameBoth } from "../rules/facet-named.ts";
import { keyOfPair, ordered } from "../rules/pair.ts";
import { ContradictionKind } from "../vocabulary.ts";

/** Records by hand that two statements contradict each other, in what, and in the person's own words how. */
export const recordContradiction = command({
  name: "contradiction.record",
  input: z.strictObject({
    caseId: CaseId,
    statementId: StatementId,
    otherStatementId: StatementId,
    kind: ContradictionKind,
    /** On which facet of which allegation; both or neither. */
    allegationId: AllegationId.nullable(),
    facet: Facet.nullable(),
    note: Note,
  }),
  permission: "contradiction.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, statementId, otherStatementId, kind, allegationId, facet, note }) {
    if (statementId === otherStatementId)
      throw new Invalid([{ path: "otherStatementId", code: "same_statement" }]);
    mustNameBoth({ allegationId, facet });
    const ends = [
      await findStandingStatement(ctx, statementId, caseId),
      await findStandingStatement(ctx, otherStatementId, caseId),
    ] as const;
    if (allegationId !== null)
      mustStand(await findReference(ctx, allegations, allegationId, caseId, "allegation.read"));
    const [first, second] = ordered(...ends);
    const pair = { statementId: first.id, otherStatementId: second.id, kind };
    const pairKey = keyOfPair(pair, { allegationId, facet });
    await mustNotBeOpen(ctx.read, caseId, pairKey);
    return recorded(
      await ctx.write.insert(contradictions, {
        ...newRecord(ctx, "contradiction", "CD"),
        ...pair,
        caseId,
        allegationId,
        facet,
        note,
        pairKey,
        state: "proposed",
      }),
    );
  },
});
