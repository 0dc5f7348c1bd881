import { z } from "zod";
import { allegations, evidenceLinks } from "#db/schema/index.ts";
import { findOpenCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { proposeContradictions } from "#lib/contradictions/commands/compare-statement.ts";
import { command } from "#lib/core/command.ts";
import { ImportKey, Reason } from "#lib/core/fields.ts";
import { findReference } from "#lib/core/find-record.ts";
import { mustStand, newRecord } from "#lib/core/outcome.ts";
import { findStandingStatement } from "../find/records.ts";
import { AllegationId, Facet, FACETS, Stance, StatementId } from "../vocabulary.ts";
import { facetsOf, recheckFindings } from "./recheck-finding.ts";

/**
 * Links a statement to one or several facets of an allegation with a stance and a rationale: one link a facet. Findings
 * of those facets are rechecked in the same transaction.
 */
export const recordEvidence = command({
  name: "evidence.record",
  input: z.strictObject({
    caseId: CaseId,
    /** Of the link; with several facets, of each with `:<facet>` behind it. */
    importKey: ImportKey,
    statementId: StatementId,
    allegationId: AllegationId,
    facets: z
      .array(Facet)
      .min(1)
      .max(FACETS.length)
      .transform((facets) => [...new Set(facets)]),
    stance: Stance,
    rationale: Reason,
  }),
  permission: "evidence.write",
  sight: "case.read",
  load: (ctx, { caseId }) => findOpenCase(ctx, caseId),
  async run(ctx, { caseId, importKey = null, statementId, allegationId, facets, stance, rationale }) {
    const statement = await findStandingStatement(ctx, statementId, caseId);
    const allegation = await findReference(ctx, allegations, allegationId, caseId, "allegation.read");
    mustStand(allegation);
    const links = [];
    for (const facet of facets) {
      const { id, code, version } = await ctx.write.insert(evidenceLinks, {
        ...newRecord(ctx, "evidenceLink", "EL"),
        caseId,
        importKey: importKey !== null && facets.length > 1 ? `${importKey}:${facet}` : importKey,
        statementId,
        allegationId,
        facet,
        stance,
        rationale,
        authorHumanId: ctx.scope.humanId,
        pairKey: `${statementId}/${allegationId}/${facet}`,
      });
      links.push({ id, code, version, facet });
    }
    // All facets: what the allegation rests on decides which compartments their levels may take in.
    await recheckFindings(ctx, { facets: facetsOf(allegationId) });
    await proposeContradictions(ctx, statement);
    const object = { id: allegationId, version: allegation.version };
    // The words are about the statement: they go when its account is deleted, and not with the allegation.
    const detail = { statementId, facets, stance, rationale };
    return { result: { links }, entry: { object, detail, detailOf: statementId } };
  },
});
