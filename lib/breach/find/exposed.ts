/** Who is exposed by a loss, the highest risk first: as conditions and an order of the table of witnesses. */
import { and, eq, exists, gte, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { compartmentsOfRow } from "#db/hidden-by.ts";
import { inList } from "#db/in-list.ts";
import { textAt } from "#db/json-text.ts";
import {
  attachments,
  contactPermits,
  contactPlans,
  contactRules,
  contactTalks,
  deletions,
  identities,
  ledgerAnswers,
  legalHolds,
  personIndexes,
  referrals,
  retentions,
  riskAssessments,
  riskEvents,
  sourceGrades,
  statements,
  testimonies,
  testimonyVersions,
  witnesses,
} from "#db/schema/index.ts";
import { decodeCursor } from "#lib/core/cursor.ts";
import type { PageInput } from "#lib/core/page.ts";
import type { AskContext } from "#lib/core/query.ts";
import { levelInSql } from "#lib/risk/find.ts";
import { ASSESSED_MS_MAX } from "#lib/release/rules/risk.ts";

type Context = Pick<AskContext, "read" | "scope" | "now">;

/** Rows that say something of one person by themselves, and rows of an account of theirs. */
const OF_A_PERSON = [
  ledgerAnswers,
  riskAssessments,
  riskEvents,
  contactPermits,
  contactPlans,
  contactRules,
  contactTalks,
  identities,
  referrals,
  sourceGrades,
  testimonies,
] as const;
const OF_AN_ACCOUNT = [statements, attachments, personIndexes, retentions, legalHolds, deletions] as const;

/**
 * The condition that a witness is one of some records, or that one of them is an account of theirs, a part of it, or something
 * recorded of them; records that are closed to the caller lead to nobody.
 * @param ids of records of any kind
 */
export function concernedBy(ctx: Context, ids: Iterable<string>): SQL | undefined {
  const { read, scope } = ctx;
  const list = JSON.stringify([...ids]);
  const rowsOf = (one: PgTable, id: AnyPgColumn, caseId: AnyPgColumn, person: AnyPgColumn) =>
    inArray(
      witnesses.id,
      read
        .select({ id: sql`${person}` })
        .from(one)
        .where(and(inList(id, list), scope.cases(caseId))),
    );
  return or(
    inList(witnesses.id, list),
    // Whoever an account was said to be by, in any version: its words went out as theirs.
    inArray(
      witnesses.id,
      read
        .select({ id: textAt(testimonyVersions.facts, "witnessId") })
        .from(testimonyVersions)
        .where(and(inList(testimonyVersions.testimonyId, list), scope.cases(testimonyVersions.caseId))),
    ),
    ...OF_A_PERSON.map((one) => rowsOf(one, one.id, one.caseId, one.witnessId)),
    ...OF_AN_ACCOUNT.map((one) =>
      inArray(
        witnesses.id,
        read
          .select({ id: testimonies.witnessId })
          .from(one as PgTable)
          .innerJoin(testimonies, eq(testimonies.id, one.testimonyId))
          .where(and(inList(one.id, list), scope.cases(one.caseId))),
      ),
    ),
  );
}

/** How many accounts of a witness the caller may see, also of those that were taken back: they were there to be read. */
export const accountsOf = ({ read, scope }: Context) =>
  read.$count(
    testimonies,
    and(scope.cases(testimonies.caseId, "testimony.read"), eq(testimonies.witnessId, witnesses.id)),
  );

/** Somebody whose risk nobody knows stands right behind the highest, and before all that is known to be less. */
const UNKNOWN = 5;

/**
 * The place of a witness in the list: 6 for the highest level, 5 for whom nobody assessed, whose assessment is over and to whom
 * something has happened since, then the levels below. What happened to everybody moves nobody.
 */
export const urgency = ({ read, now }: Context): SQL<number> => {
  const isOver = sql`(${riskAssessments.validUntil} <= ${now} or ${riskAssessments.assessedAt} + ${ASSESSED_MS_MAX} <= ${now})`;
  const happened = read
    .select({ id: riskEvents.id })
    .from(riskEvents)
    .where(
      and(
        eq(riskEvents.caseId, witnesses.caseId),
        eq(riskEvents.witnessId, witnesses.id),
        gte(riskEvents.recordedAt, riskAssessments.assessedAt),
      ),
    );
  const newest = read
    .select({
      urgency: sql`case when ${isOver} or ${exists(happened)} then ${sql.raw(String(UNKNOWN))} when ${levelInSql} = 5 then 6 else ${levelInSql} end`,
    })
    .from(riskAssessments)
    .where(eq(riskAssessments.witnessId, witnesses.id))
    .orderBy(sql`${riskAssessments.number} desc`)
    .limit(1);
  return sql<number>`coalesce((${newest}), ${sql.raw(String(UNKNOWN))})`.mapWith(Number);
};

/** One page by urgency, the highest first. */
export function byUrgency(page: PageInput, key: SQL) {
  const asked = decodeCursor(page.before ?? page.after);
  // A place of another list is none here.
  const cursor = asked !== null && Number(asked.key) >= 1 && Number(asked.key) <= 6 ? asked : null;
  const isBack = page.before !== undefined;
  const order = (what: SQL) => (isBack ? sql`${what} asc` : sql`${what} desc`);
  const past = isBack ? sql`>` : sql`<`;
  const id = sql`${witnesses.id}`;
  return {
    where:
      cursor === null
        ? undefined
        : sql`(${key} ${past} ${Number(cursor.key)} or (${key} = ${Number(cursor.key)} and ${id} ${past} ${cursor.id}))`,
    orderBy: [order(key), order(id)] as const,
    limit: page.size + 1,
  };
}

/** Whether a witness, or an account of theirs, is in a compartment that is open to the caller: what is closed is not there. */
export const isApart = ({ read, scope }: Context): SQL<boolean> => {
  const told = read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(
      and(
        eq(testimonies.witnessId, witnesses.id),
        scope.cases(testimonies.caseId),
        ne(compartmentsOfRow(testimonies), 0),
      ),
    );
  return sql<boolean>`(${compartmentsOfRow(witnesses)} <> 0 or ${exists(told)})`.mapWith(Boolean);
};
