import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { contradictions, statements, testimonies, witnesses } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { coveredByConsent } from "#lib/corroboration/find/origins.ts";
import { claimsOf, inFields, knownOf } from "../find/claims.ts";
import { namesOf } from "../find/shown.ts";
import { differencesBetween } from "../rules/differences.ts";

/** So many accounts of one person stand side by side, and so many statements are compared. */
const ACCOUNTS_MAX = 12;
const STATEMENTS_MAX = 200;

/**
 * What one person said on several occasions, side by side: each account with what was cut from it, and in what its statements
 * differ from those of the others. An account that the person does not let us work with is named, and shows nothing.
 */
export const compareAccounts = query({
  name: "contradiction.accounts",
  input: z.strictObject({ witnessId: idOf("witness") }),
  permission: "contradiction.read",
  async run(ctx, { witnessId }) {
    const { read, scope } = ctx;
    const witness = await findRecord(ctx, witnesses, witnessId, "witness.read");
    const accounts = await read
      .select()
      .from(testimonies)
      .where(
        and(
          scope.cases(testimonies.caseId, "testimony.read"),
          eq(testimonies.witnessId, witnessId),
          isNull(testimonies.retractedAt),
        ),
      )
      .orderBy(asc(testimonies.takenSort), asc(testimonies.createdAt), asc(testimonies.id))
      .limit(ACCOUNTS_MAX + 1);
    const open = accounts.slice(0, ACCOUNTS_MAX).filter(coveredByConsent);
    const cut = await statementsCut(
      ctx,
      open.map(({ id }) => id),
    );
    const names = await namesOf(read, cut.map(inFields));
    const differing = await differencesAmong(ctx, cut);
    return {
      id: witness.id,
      code: witness.code,
      caseId: witness.caseId,
      isMore: accounts.length > ACCOUNTS_MAX || cut.length === STATEMENTS_MAX,
      accounts: accounts.slice(0, ACCOUNTS_MAX).map((one) => ({
        id: one.id,
        code: one.code,
        title: one.title,
        kind: one.kind,
        takenEdtf: one.takenEdtf,
        takenWording: one.takenWording,
        isHeldBack: !coveredByConsent(one),
        statements: cut
          .filter(({ testimonyId }) => testimonyId === one.id)
          .map((row) => ({
            id: row.id,
            code: row.code,
            claim: row.claim,
            paragraphs: row.paragraphs,
            exculpatory: row.exculpatory,
            said: names(inFields(row)),
            differs: differing(row.id),
          })),
      })),
    };
  },
  traceOf: ({ caseId, id, accounts }) => ({
    caseId,
    object: { id },
    shown: accounts.map((one) => one.id),
  }),
});

type Row = Awaited<ReturnType<typeof statementsCut>>[number];

const statementsCut = ({ read, scope }: AskContext, testimonyIds: readonly string[]) =>
  read
    .select()
    .from(statements)
    .where(
      and(
        scope.cases(statements.caseId, "statement.read"),
        inArray(statements.testimonyId, [...testimonyIds]),
        isNull(statements.retractedAt),
      ),
    )
    .orderBy(asc(statements.createdAt), asc(statements.id))
    .limit(STATEMENTS_MAX);

/** In what a statement differs from others of them: what is on record, and what the rules see. */
async function differencesAmong({ read, scope }: AskContext, cut: readonly Row[]) {
  const ids = cut.map(({ id }) => id);
  const recorded = await read
    .select()
    .from(contradictions)
    .where(
      and(
        scope.cases(contradictions.caseId),
        or(inArray(contradictions.statementId, ids), inArray(contradictions.otherStatementId, ids)),
      ),
    )
    .orderBy(desc(contradictions.createdAt));
  const claims = await claimsOf(read, cut, scope);
  const known = await knownOf(read, claims);
  const byId = new Map(cut.map((row) => [row.id, row.code]));
  return (id: string) => {
    const own = claims.find((one) => one.id === id);
    const seen = claims.flatMap((other) =>
      own ? differencesBetween(own, other, known).map(({ kind }) => ({ kind, with: other.id })) : [],
    );
    const onRecord = recorded
      .filter((one) => one.statementId === id || one.otherStatementId === id)
      .map((one) => ({
        kind: one.kind,
        with: one.statementId === id ? one.otherStatementId : one.statementId,
        contradiction: { id: one.id, code: one.code, state: one.state },
      }));
    const unrecorded = seen
      .filter((one) => !onRecord.some((other) => other.kind === one.kind && other.with === one.with))
      .map((one) => ({ ...one, contradiction: null }));
    return [...onRecord, ...unrecorded].flatMap((one) => {
      const code = byId.get(one.with);
      return code === undefined ? [] : [{ ...one, withCode: code }];
    });
  };
}
