/** The rows of a list of testimonies: the same for the list and for the counts beside its filters. */
import { and, eq, exists, isNull, not, type SQL, sql } from "drizzle-orm";
import { assignments, testimonies, testimonyVersions } from "#db/schema/index.ts";
import { beginsWithin, givenOrUnset } from "#lib/core/facet.ts";
import type { AskContext } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { hasLink } from "#lib/links/find.ts";
import type { TestimonyFacet, TestimonyFilters } from "../vocabulary.ts";
import { newestIsMine } from "./mine.ts";

type Context = Pick<AskContext, "read" | "scope">;

/** Standing testimonies of a case that the caller may read and that fit the filters. */
export function filteredTestimonies(
  ctx: Context,
  caseId: string,
  filters: TestimonyFilters,
): SQL | undefined {
  const { scope } = ctx;
  const { incident, assigned, language } = filters;
  return and(
    scope.cases(testimonies.caseId),
    eq(testimonies.caseId, caseId),
    isNull(testimonies.retractedAt),
    given(testimonies.stage, filters.stage),
    given(testimonies.kind, filters.kind),
    given(testimonies.consentExport, filters.consentExport),
    given(testimonies.basis, filters.basis),
    givenOrUnset(testimonies.witnessId, filters.witnessId),
    givenOrUnset(testimonies.sourceId, filters.sourceId),
    beginsWithin(testimonies.takenSort, filters.takenFrom, filters.takenTo),
    language === undefined ? undefined : writtenIn(ctx, language),
    incident === undefined ? undefined : incident === "linked" ? linked(ctx) : not(linked(ctx)),
    assigned === undefined ? undefined : isAssigned(ctx, assigned),
    filters.mine ? newestIsMine(ctx) : undefined,
  );
}

/** What each counted filter counts by. */
export function facetColumn(ctx: Context, facet: TestimonyFacet) {
  if (facet === "language") return sql`(${newest(ctx)})`;
  if (facet === "incident") return sql`case when ${linked(ctx)} then 'linked' else 'none' end`;
  if (facet === "assigned") {
    const me = assignedTo(ctx, ctx.scope.humanId);
    return sql`case when ${me} then 'me' when ${assignedTo(ctx)} then 'others' else 'nobody' end`;
  }
  return testimonies[facet];
}

const newest = ({ read }: Context) =>
  read.select({ language: testimonyVersions.originalLanguage }).from(testimonyVersions).where(isNewest());

const isNewest = () =>
  and(
    eq(testimonyVersions.testimonyId, testimonies.id),
    eq(testimonyVersions.number, testimonies.versionNumber),
  );

const writtenIn = ({ read }: Context, language: string) =>
  exists(
    read
      .select({ id: testimonyVersions.id })
      .from(testimonyVersions)
      .where(and(isNewest(), eq(testimonyVersions.originalLanguage, language))),
  );

/** A link to an incident that stands. */
const linked = (ctx: Context) => hasLink(ctx, testimonies, "testimony_incident");

function isAssigned(ctx: Context, to: NonNullable<TestimonyFilters["assigned"]>): SQL | undefined {
  const me = assignedTo(ctx, ctx.scope.humanId);
  if (to === "me") return me;
  return to === "nobody" ? not(assignedTo(ctx)) : and(assignedTo(ctx), not(me));
}

/** A live assignment; to one person, when they are given. */
const assignedTo = ({ read }: Context, humanId?: string) =>
  exists(
    read
      .select({ id: assignments.id })
      .from(assignments)
      .where(
        and(
          eq(assignments.caseId, testimonies.caseId),
          eq(assignments.liveKey, testimonies.id),
          isNull(assignments.endedAt),
          given(assignments.assigneeHumanId, humanId),
        ),
      ),
  );
