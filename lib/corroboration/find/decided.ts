/** Decisions that a reviewer has taken on the review screen and not put on record: drafts of theirs, one a record. */
import { and, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { findings, testimonies } from "#db/schema/index.ts";
import { draftsUnder } from "#lib/core/drafts.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import type { AskContext } from "#lib/core/query.ts";
import { decisionKey, REVIEW_ACTS, type ReviewAct } from "../words.ts";

/** More than anybody decides before they put it on record; what is beyond it comes up once these are. */
export const DECIDED_MAX = 200;

/** What the draft of a decision holds. */
const DecisionDraft = z.strictObject({
  act: z.enum(REVIEW_ACTS),
  /** The version of the record that was seen when it was decided. */
  version: RowVersion,
  /** The comment of a return, or why another level is approved than was found before. */
  text: z.string().nullable(),
});

export interface Decided {
  recordId: string;
  noun: "finding" | "testimony";
  code: string;
  act: ReviewAct;
  version: number;
  text: string | null;
  /** The record has changed since: putting the decision on record will be refused. */
  isStale: boolean;
}

/** The caller's own, in the order in which they were taken, of records that they may still see. */
export async function decidedBy(ctx: AskContext, caseId: string): Promise<Decided[]> {
  const prefix = decisionKey(caseId, "");
  const rows = await draftsUnder(ctx.read, ctx.scope.accountId, prefix, DECIDED_MAX);
  const now = await recordsNow(
    ctx,
    caseId,
    rows.map(({ key }) => key.slice(prefix.length)),
  );
  return rows.flatMap(({ key, body }) => {
    const record = now.get(key.slice(prefix.length));
    const draft = DecisionDraft.safeParse(body);
    if (record === undefined || !draft.success) return [];
    const { id, noun, code, version } = record;
    return [{ recordId: id, noun, code, ...draft.data, isStale: draft.data.version !== version }];
  });
}

async function recordsNow({ read, scope }: AskContext, caseId: string, ids: readonly string[]) {
  const of = (noun: Decided["noun"]) => ids.filter((id) => id.startsWith(`${idPrefixes[noun]}_`));
  const [judgements, accounts] = await Promise.all([
    read
      .select({ id: findings.id, code: findings.code, version: findings.version })
      .from(findings)
      .where(
        and(
          eq(findings.caseId, caseId),
          inArray(findings.id, of("finding")),
          scope.cases(findings.caseId, "finding.review"),
        ),
      ),
    read
      .select({ id: testimonies.id, code: testimonies.code, version: testimonies.version })
      .from(testimonies)
      .where(
        and(
          eq(testimonies.caseId, caseId),
          inArray(testimonies.id, of("testimony")),
          scope.cases(testimonies.caseId, "testimony.decide"),
        ),
      ),
  ]);
  const named = (noun: Decided["noun"], rows: readonly (typeof judgements)[number][]) =>
    rows.map((row) => [row.id, { ...row, noun }] as const);
  return new Map([...named("finding", judgements), ...named("testimony", accounts)]);
}
