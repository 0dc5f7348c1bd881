import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { EVERY, outside } from "#db/hidden-by.ts";
import {
  allegations,
  anonymities,
  appeals,
  attachments,
  blindGrades,
  compartmentMarks,
  contactPermits,
  contactPlans,
  contactRules,
  contactTalks,
  contradictions,
  deletions,
  dependencies,
  evidenceLinks,
  findings,
  identities,
  identityShreds,
  ledgerAnswers,
  legalHolds,
  links,
  placements,
  referrals,
  reveals,
  sourceGrades,
  sourceTies,
  statements,
  testimonies,
  testimonyVersions,
  victimMerges,
  victims,
  witnesses,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";

/**
 * When something of a case last came into a compartment, in ms since 1970, or null. A bag that was begun before may hold it, by
 * itself or in the words of another record, and its bytes cannot be unbuilt.
 */
export async function lastClosed(read: Reader, caseId: string): Promise<number | null> {
  const [last] = await read
    .select({ at: sql<number | null>`max(${compartmentMarks.closedAt})`.mapWith(asNumber) })
    .from(compartmentMarks)
    .where(and(eq(compartmentMarks.caseId, caseId), ne(compartmentMarks.mask, 0)));
  return last?.at ?? null;
}

const asNumber = (value: unknown): number | null => (value === null ? null : Number(value));

/** Tables of a case that have codes, of which a list of what was withheld names rows. */
const CODED = [
  testimonies,
  witnesses,
  victims,
  statements,
  allegations,
  findings,
  links,
  evidenceLinks,
  contradictions,
];
type Coded = PgTable & { id: AnyPgColumn; caseId: AnyPgColumn; code: AnyPgColumn };

/** Of some codes, those of records that are in compartments now: no list that was made before names them any more. */
export async function codesApart(
  read: Reader,
  caseId: string,
  codes: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  if (codes.length === 0 || (await lastClosed(read, caseId)) === null) return found;
  for (const one of CODED as readonly Coded[]) {
    const rows = await read
      .select({ code: sql<string>`${one.code}` })
      .from(one as PgTable)
      .where(and(eq(one.caseId, caseId), inArray(one.code, [...codes]), inside(one)));
    for (const { code } of rows) found.add(code);
  }
  return found;
}

/** Tables whose rows an entry of the log names. */
const NAMED = [
  ...CODED,
  testimonyVersions,
  attachments,
  sourceGrades,
  dependencies,
  sourceTies,
  placements,
  ledgerAnswers,
  contactPermits,
  contactRules,
  contactTalks,
  contactPlans,
  referrals,
  legalHolds,
  deletions,
  identities,
  identityShreds,
  reveals,
  anonymities,
  blindGrades,
  appeals,
  victimMerges,
] as const;

/** The ids of everything of a case that is in compartments or hangs on what is. */
export async function idsApart(read: Reader, caseId: string): Promise<Set<string>> {
  const found = new Set<string>();
  if ((await lastClosed(read, caseId)) === null) return found;
  for (const one of NAMED as readonly Omit<Coded, "code">[]) {
    const rows = await read
      .select({ id: sql<string>`${one.id}` })
      .from(one as PgTable)
      .where(and(eq(one.caseId, caseId), inside(one as unknown as PgTable)));
    for (const { id } of rows) found.add(id);
  }
  return found;
}

const inside = (table: PgTable) => sql`not (${outside(table, EVERY)})`;
