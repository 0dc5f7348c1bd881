/** Decisions that a reviewer has taken on the review screen and not put on record: drafts of theirs, one a record. */
import { and, inArray } from "drizzle-orm";
import * as z from "zod";
import { findings, testimonies } from "#db/schema/index.ts";
import { draftsAbout } from "#lib/core/drafts.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import type { AskContext } from "#lib/core/query.ts";
import { DECISION, decisionKey, REVIEW_ACTS, type ReviewAct } from "../words.ts";

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

/** The caller's own in a case, in the order in which they were taken, of records that they may still decide on. */
export const decidedIn = async (ctx: AskContext, caseId: string): Promise<Decided[]> =>
  (await decidedEverywhere(ctx)).filter((one) => one.caseId === caseId).map(({ caseId: _, ...one }) => one);

/** By case: how many decisions of the caller are not on record. */
export async function decidedByCase(ctx: AskContext): Promise<{ caseId: string; count: number }[]> {
  const byCase = Map.groupBy(await decidedEverywhere(ctx), ({ caseId }) => caseId);
  return [...byCase].map(([caseId, some]) => ({ caseId, count: some.length }));
}

async function decidedEverywhere(ctx: AskContext): Promise<(Decided & { caseId: string })[]> {
  const rows = await draftsAbout(ctx.read, ctx.scope.accountId, DECISION, DECIDED_MAX);
  if (rows.length === 0) return [];
  const records = await recordsNow(
    ctx,
    rows.map(({ key }) => recordIn(key)),
  );
  return rows.flatMap(({ key, body }) => {
    const record = records.get(recordIn(key));
    const draft = DecisionDraft.safeParse(body);
    if (record === undefined || !draft.success || key !== decisionKey(record.caseId, record.id)) return [];
    const { id, caseId, noun, code, version } = record;
    return [{ recordId: id, caseId, noun, code, ...draft.data, isStale: draft.data.version !== version }];
  });
}

const recordIn = (key: string): string => key.split(".").at(-1) ?? "";

async function recordsNow({ read, scope }: AskContext, ids: readonly string[]) {
  const of = (noun: Decided["noun"]) => ids.filter((id) => id.startsWith(`${idPrefixes[noun]}_`));
  const [judgements, accounts] = await Promise.all([
    read
      .select({ id: findings.id, caseId: findings.caseId, code: findings.code, version: findings.version })
      .from(findings)
      .where(and(inArray(findings.id, of("finding")), scope.acrossCases(findings.caseId, "finding.review"))),
    read
      .select({
        id: testimonies.id,
        caseId: testimonies.caseId,
        code: testimonies.code,
        version: testimonies.version,
      })
      .from(testimonies)
      .where(
        and(
          inArray(testimonies.id, of("testimony")),
          scope.acrossCases(testimonies.caseId, "testimony.decide"),
        ),
      ),
  ]);
  const named = (noun: Decided["noun"], rows: readonly (typeof judgements)[number][]) =>
    rows.map((row) => [row.id, { ...row, noun }] as const);
  return new Map([...named("finding", judgements), ...named("testimony", accounts)]);
}
