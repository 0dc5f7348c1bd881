import { and, desc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { accounts, actors, humans, sourceGrades, sources, witnesses } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { byValue, type Facet } from "#lib/core/facet.ts";
import { findRecord, findReference, maybeRecord } from "#lib/core/find-record.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { NOT_GRADED } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;
/** Whose reliability is graded: the column of `source_grades` that names it. */
type GradedBy = "sourceId" | "witnessId";

/** @throws NotFound when absent or out of scope */
export const findSource = (ctx: Context, sourceId: string) => findRecord(ctx, sources, sourceId);

/**
 * What a source speaks for and belongs to is in its case, and it does not come to belong to itself.
 * @param sourceId null for a new source
 * @throws NotFound; Invalid `own_descendant` naming the organisation
 */
export async function mustHoldBearings(
  ctx: Context,
  caseId: string,
  sourceId: string | null,
  { partyId, organisationId }: { readonly partyId: string | null; readonly organisationId: string | null },
): Promise<void> {
  if (partyId !== null) await findReference(ctx, actors, partyId, caseId, "actor.read");
  if (organisationId === null) return;
  await findReference(ctx, sources, organisationId, caseId, "source.read");
  for (let above: string | null = organisationId; above !== null && sourceId !== null;) {
    if (above === sourceId) throw new Invalid([{ path: "organisationId", code: "own_descendant" }]);
    const [row] = await ctx.read
      .select({ organisationId: sources.organisationId })
      .from(sources)
      .where(eq(sources.id, above));
    above = row?.organisationId ?? null;
  }
}

/** The actor and the organisation of a source, as shown beside it. */
export async function bearingsOfSource(
  ctx: Context,
  { partyId, organisationId }: { readonly partyId: string | null; readonly organisationId: string | null },
) {
  const party = partyId === null ? null : await maybeRecord(ctx, actors, partyId);
  const whole = organisationId === null ? null : await maybeRecord(ctx, sources, organisationId);
  const named = (row: { id: string; code: string; name: string; nameAr: string | null }) => {
    const { id, code, name, nameAr } = row;
    return { id, code, name, nameAr };
  };
  return { party: party && named(party), organisation: whole && named(whole) };
}

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
