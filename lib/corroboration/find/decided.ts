/** Decisions that a reviewer has taken on the review screen and not put on record: drafts of theirs, one a record. */
import { and, inArray } from "drizzle-orm";
import * as z from "zod";
import { findings, testimonies } from "#db/schema/index.ts";
import { draftsAbout } from "#lib/core/drafts.ts";
import { RowVersion } from "#lib/core/fields.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import type { AskContext } from "#lib/core/query.ts";
import { DECISION, decisionKey, REVIEW_ACTS, type ReviewAct } from "../words.ts";

/** More than anybody decides in a case before they put it on record; what is beyond it comes up once these are. */
const DECIDED_MAX = 200;

/** What the draft of a decision holds. */
const DecisionDraft = z.strictObject({
  /** Null once it was taken back: what was typed with it is kept. */
  act: z.enum(REVIEW_ACTS).nullable(),
  /** The version of the record that was seen when it was decided. */
  version: RowVersion,
  /** The comment of a return, or why another level is approved than was found before. */
  text: z.string().nullable(),
});

/** A record of which its reviewer holds a draft, in its state now. */
interface Drafted {
  recordId: string;
  caseId: string;
  noun: "finding" | "testimony";
  code: string;
  act: ReviewAct | null;
  version: number;
  text: string | null;
  /** By which another window is noticed that decided otherwise. */
  draftVersion: number;
  /** The record has changed since: putting the decision on record will be refused. */
  isStale: boolean;
}

export interface Decided extends Omit<Drafted, "act"> {
  act: ReviewAct;
}

/**
 * The caller's own in a case, in the order in which they were taken, of records that they may still decide on; and what was typed
 * with decisions that they took back.
 */
export async function decidedIn(ctx: AskContext, caseId: string) {
  const drafted = await draftedOf(ctx, caseId);
  return {
    decided: drafted.flatMap(({ act, ...one }): Decided[] => (act === null ? [] : [{ ...one, act }])),
    kept: drafted.flatMap(({ recordId, act, text, draftVersion }) =>
      act === null ? [{ recordId, text, draftVersion }] : [],
    ),
  };
}

/** By case: how many decisions of the caller are not on record. */
export async function decidedByCase(ctx: AskContext): Promise<{ caseId: string; count: number }[]> {
  const decided = (await draftedOf(ctx)).filter(({ act }) => act !== null);
  const byCase = Map.groupBy(decided, ({ caseId }) => caseId);
  return [...byCase].map(([caseId, some]) => ({ caseId, count: some.length }));
}

async function draftedOf(ctx: AskContext, caseId?: string): Promise<Drafted[]> {
  const about = { kind: DECISION, caseId, limit: DECIDED_MAX };
  const rows = await draftsAbout(ctx.read, ctx.scope.accountId, about);
  if (rows.length === 0) return [];
  const records = await recordsNow(
    ctx,
    rows.map(({ key }) => recordIn(key)),
  );
  return rows.flatMap(({ key, body, version: draftVersion }) => {
    const record = records.get(recordIn(key));
    const draft = DecisionDraft.safeParse(body);
    if (record === undefined || !draft.success || key !== decisionKey(record.caseId, record.id)) return [];
    if (isOnRecord(draft.data, record)) return [];
    const { id: recordId, caseId: of, noun, code, version } = record;
    const isStale = draft.data.version !== version;
    return [{ recordId, caseId: of, noun, code, ...draft.data, draftVersion, isStale }];
  });
}

const recordIn = (key: string): string => key.split(".").at(-1) ?? "";

/** What each decision makes of a record. */
const LEADS_TO: Readonly<Record<ReviewAct, readonly string[]>> = {
  accept: ["accepted"],
  approve: ["approved", "first_approved"],
  second: ["approved", "refuted"],
  return: ["returned"],
};

/** It was put on record, and the draft only stayed because the connection broke off then. */
const isOnRecord = (
  { act, version }: z.infer<typeof DecisionDraft>,
  record: { version: number; state: string },
): boolean => act !== null && record.version === version + 1 && LEADS_TO[act].includes(record.state);

async function recordsNow({ read, scope }: AskContext, ids: readonly string[]) {
  const of = (noun: Drafted["noun"]) => ids.filter((id) => id.startsWith(`${idPrefixes[noun]}_`));
  const judgements = await read
    .select({
      id: findings.id,
      caseId: findings.caseId,
      code: findings.code,
      version: findings.version,
      state: findings.status,
    })
    .from(findings)
    .where(and(inArray(findings.id, of("finding")), scope.acrossCases(findings.caseId, "finding.review")));
  const accounts = await read
    .select({
      id: testimonies.id,
      caseId: testimonies.caseId,
      code: testimonies.code,
      version: testimonies.version,
      state: testimonies.stage,
    })
    .from(testimonies)
    .where(
      and(
        inArray(testimonies.id, of("testimony")),
        scope.acrossCases(testimonies.caseId, "testimony.decide"),
      ),
    );
  const named = (noun: Drafted["noun"], rows: readonly Row[]) =>
    rows.map((row) => [row.id, { ...row, noun }] as const);
  return new Map([...named("finding", judgements), ...named("testimony", accounts)]);
}

interface Row {
  id: string;
  caseId: string;
  code: string;
  version: number;
  state: string;
}
