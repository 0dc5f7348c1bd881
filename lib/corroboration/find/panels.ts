/** Appeals of a facet's findings, and who sits over them. */
import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import {
  blindGrades,
  appeals,
  evidenceLinks,
  findings,
  statements,
  testimonyPeople,
  testimonyVersions,
  testimonyWriters,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { humansInCase } from "#lib/accounts/find.ts";
import type { LoadContext } from "#lib/core/command.ts";
import type { AskContext } from "#lib/core/query.ts";
import type { FacetRef } from "./affected-facets.ts";
import { tookPartIn } from "./took-part.ts";

export type AppealRow = typeof appeals.$inferSelect;

const ofFacet = ({ allegationId, facet }: FacetRef): SQL | undefined =>
  and(eq(findings.allegationId, allegationId), eq(findings.facet, facet));

/** All appeals against any version of a facet's finding, oldest first. */
export async function appealsOver(read: Reader, facet: FacetRef): Promise<AppealRow[]> {
  const rows = await read
    .select({ appeal: appeals })
    .from(appeals)
    .innerJoin(findings, eq(findings.id, appeals.findingId))
    .where(ofFacet(facet))
    .orderBy(asc(appeals.createdAt), asc(appeals.id));
  return rows.map(({ appeal }) => appeal);
}

/** The humans who took a seat on any panel over a facet. */
export async function panelsOver(read: Reader, facet: FacetRef): Promise<string[]> {
  const over = await appealsOver(read, facet);
  return over.flatMap(({ firstHumanId, secondHumanId }) =>
    [firstHumanId, secondHumanId].filter((one) => one !== null),
  );
}

/**
 * The members of a panel who cannot vote: they hear no appeals in the case any more, or have come to have a part in the matter.
 * @param involved whoever had a part
 */
export async function vacantSeats(
  ctx: Pick<LoadContext, "read" | "now">,
  { caseId, firstHumanId, secondHumanId }: AppealRow,
  involved: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const members = [firstHumanId, secondHumanId].filter((one) => one !== null);
  const hearing = await humansInCase(ctx, caseId, members, "appeal.hear");
  return new Set(members.filter((human) => !hearing.has(human) || involved.includes(human)));
}

/**
 * Everybody who had a part in what an appeal is about: who wrote, reviewed, gave back, contested or approved any version of the
 * finding, linked its evidence, decided a contradiction or a tie in it, wrote, accepted or was present at a testimony that it
 * rests on, and who appeals.
 */
export async function involvedIn(
  ctx: Pick<AskContext, "read" | "keys">,
  facet: FacetRef,
  appeal: Pick<AppealRow, "appellantHumanId">,
): Promise<(string | null)[]> {
  const { read } = ctx;
  const versions = await read
    .select({
      author: findings.authorHumanId,
      reviewer: findings.reviewerHumanId,
      second: findings.secondHumanId,
    })
    .from(findings)
    .where(ofFacet(facet));
  // Whoever graded a version and gave it back stands in none of its columns any more.
  const graded = await read
    .select({ humanId: blindGrades.humanId })
    .from(blindGrades)
    .innerJoin(findings, eq(findings.id, blindGrades.findingId))
    .where(ofFacet(facet));
  const links = await read
    .select({
      author: evidenceLinks.authorHumanId,
      resolver: evidenceLinks.resolvedByHumanId,
      testimonyId: statements.testimonyId,
    })
    .from(evidenceLinks)
    .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
    .where(and(eq(evidenceLinks.allegationId, facet.allegationId), eq(evidenceLinks.facet, facet.facet)));
  const told = [...new Set(links.flatMap(({ testimonyId }) => testimonyId ?? []))];
  return [
    appeal.appellantHumanId,
    ...versions.flatMap(({ author, reviewer, second }) => [author, reviewer, second]),
    ...graded.map(({ humanId }) => humanId),
    ...links.flatMap(({ author, resolver }) => [author, resolver]),
    ...(await behind(read, told)),
    // Whoever gave a version back, or decided on what it rests on, stands in no column.
    ...(await tookPartIn(ctx, facet)),
  ];
}

async function behind(read: Reader, testimonyIds: string[]): Promise<(string | null)[]> {
  const present = await read
    .select({ humanId: testimonyPeople.humanId })
    .from(testimonyPeople)
    .where(inArray(testimonyPeople.testimonyId, testimonyIds));
  const wrote = await read
    .select({ humanId: testimonyWriters.humanId })
    .from(testimonyWriters)
    .where(inArray(testimonyWriters.testimonyId, testimonyIds));
  const decided = await read
    .select({ humanId: testimonyVersions.decidedByHumanId })
    .from(testimonyVersions)
    .where(inArray(testimonyVersions.testimonyId, testimonyIds));
  return [...present, ...wrote, ...decided].map(({ humanId }) => humanId);
}
