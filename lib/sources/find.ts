import { and, desc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { accounts, humans, sourceGrades, sources, witnesses } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { byValue, type Facet } from "#lib/core/facet.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { NOT_GRADED } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;
/** Whose reliability is graded: the column of `source_grades` that names it. */
type GradedBy = "sourceId" | "witnessId";

/** @throws NotFound when absent or out of scope */
export const findSource = (ctx: Context, sourceId: string) => findRecord(ctx, sources, sourceId);

/**
 * The source or the witness that a grade is of.
 * @throws Invalid `one_of_both` when both or neither is named; NotFound when absent or out of scope
 */
export async function findGraded(ctx: Context, { sourceId, witnessId }: Record<GradedBy, string | null>) {
  if (sourceId !== null && witnessId === null) return findSource(ctx, sourceId);
  if (witnessId !== null && sourceId === null) return findRecord(ctx, witnesses, witnessId, "witness.read");
  throw new Invalid(["sourceId", "witnessId"].map((path) => ({ path, code: "one_of_both" })));
}

const GRADES_MAX = 200;

/** The grades of one source or witness, newest first: the first one counts. */
export function gradesOf({ read, scope }: Context, by: GradedBy, id: string) {
  return read
    .select({
      id: sourceGrades.id,
      code: sourceGrades.code,
      reliability: sourceGrades.reliability,
      reason: sourceGrades.reason,
      gradedAt: sourceGrades.gradedAt,
      gradedBy: humans.displayName,
    })
    .from(sourceGrades)
    .innerJoin(accounts, eq(accounts.id, sourceGrades.createdBy))
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(and(scope.cases(sourceGrades.caseId), eq(sourceGrades[by], id)))
    .orderBy(desc(sourceGrades.gradedAt))
    .limit(GRADES_MAX);
}

/** When the newest grade was given (ms), or null. */
export async function newestGradeAt({ read }: Pick<LoadContext, "read">, by: GradedBy, id: string) {
  const [newest] = await read
    .select({ gradedAt: sourceGrades.gradedAt })
    .from(sourceGrades)
    .where(eq(sourceGrades[by], id))
    .orderBy(desc(sourceGrades.gradedAt))
    .limit(1);
  return newest?.gradedAt ?? null;
}

/**
 * For a list of sources or witnesses: the reliability that counts, null when never graded, as a subquery of the row.
 * @param idColumn id of the listed table
 */
export function reliabilityThatCounts(
  { read }: Pick<LoadContext, "read">,
  by: GradedBy,
  idColumn: AnyPgColumn,
) {
  const newest = read
    .select({ reliability: sourceGrades.reliability })
    .from(sourceGrades)
    .where(eq(sourceGrades[by], idColumn))
    .orderBy(desc(sourceGrades.gradedAt))
    .limit(1);
  return sql<(typeof sourceGrades.$inferSelect)["reliability"] | null>`(${newest})`;
}

/** A filter of a list of sources or witnesses by the reliability that counts. @param idColumn id of the listed table */
export const byReliability = (by: GradedBy, idColumn: AnyPgColumn): Facet =>
  byValue((ctx) => sql`coalesce(${reliabilityThatCounts(ctx, by, idColumn)}, ${NOT_GRADED})`);
