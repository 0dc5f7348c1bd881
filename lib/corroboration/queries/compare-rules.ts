import { and, inArray } from "drizzle-orm";
import { z } from "zod";
import { allegations, findings } from "#db/schema/index.ts";
import { findCase } from "#lib/cases/find.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { keyset, paged, PageInput } from "#lib/core/page.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { facetKey } from "../find/affected-facets.ts";
import { ceilingsOf } from "../find/ceilings.ts";
import { wouldBeContested } from "../find/foreseen.ts";
import { inPieces } from "../find/in-pieces.ts";
import type { Finding } from "../find/records.ts";
import { WATCHED } from "../rules/recheck.ts";
import { ALGORITHM_VERSION } from "../vocabulary.ts";

/**
 * What the newest rules would make of the findings of a case that goes by older ones: level by level, before and after,
 * page by page. Nothing is changed by looking.
 */
export const compareRules = query({
  name: "rules.compare",
  input: z.strictObject({ caseId: CaseId, page: PageInput }),
  permission: "finding.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, page }) {
    const { version, algorithmVersion, retractedAt } = await findCase(ctx, caseId);
    const { read, scope } = ctx;
    const keys = keyset(page, "asc", findings.createdAt, findings.id);
    const own = scope.cases(findings.caseId, "finding.read");
    const rows = await read
      .select()
      .from(findings)
      .where(and(own, inArray(findings.caseId, [caseId]), inArray(findings.status, [...WATCHED]), keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const found = paged(page, rows, (row) => ({ key: row.createdAt, id: row.id }));
    return {
      ...found,
      rows: await compared(ctx, found.rows),
      inForce: algorithmVersion,
      newest: ALGORITHM_VERSION,
      caseVersion: version,
      may: { accept: retractedAt === null && scope.roleFor("rules.accept", caseId) !== null },
    };
  },
});

async function compared({ read }: AskContext, rows: readonly Finding[]) {
  const live = await ceilingsOf(read, rows);
  const acts = await inPieces(
    rows.map(({ allegationId }) => allegationId),
    (some) =>
      read
        .select({ id: allegations.id, code: allegations.code, wording: allegations.wording })
        .from(allegations)
        .where(inArray(allegations.id, some)),
  );
  const actOf = new Map(acts.map((one) => [one.id, one]));
  return rows.flatMap((finding) => {
    const now = live.get(facetKey(finding));
    const allegation = actOf.get(finding.allegationId);
    if (!now || !allegation) return [];
    const then = now.by(ALGORITHM_VERSION).ceiling;
    const { id, code, facet, status, number } = finding;
    return [
      {
        id,
        code,
        facet,
        status,
        number,
        allegation,
        before: now.ceiling.level,
        after: then.level,
        becomesContested: wouldBeContested(finding, then),
      },
    ];
  });
}
