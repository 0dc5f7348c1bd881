/** Look-ups inside the caller's scope. */
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import {
  actors,
  allegations,
  appeals,
  dependencies,
  evidenceLinks,
  figures,
  findings,
  incidents,
  mediaItems,
  places,
  sourceTies,
  statements,
  testimonies,
  testimonyVersions,
  victims,
} from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import { faultsOfSpans } from "../rules/cited-spans.ts";
import type { AllegationFields, StatementFields } from "../rules/entered-fields.ts";
import { type Said, saidByFigure } from "../rules/says-exactly.ts";

type Context = Pick<LoadContext, "read" | "scope">;
export type Statement = typeof statements.$inferSelect;
export type Allegation = typeof allegations.$inferSelect;
export type EvidenceLink = typeof evidenceLinks.$inferSelect;
export type Finding = typeof findings.$inferSelect;

/** Each: @throws NotFound when absent or out of scope */
export const findStatement = (ctx: Context, id: string) => findRecord(ctx, statements, id);
export const findAllegation = (ctx: Context, id: string) => findRecord(ctx, allegations, id);
export const findEvidenceLink = (ctx: Context, id: string) => findRecord(ctx, evidenceLinks, id);
export const findDependency = (ctx: Context, id: string) => findRecord(ctx, dependencies, id);
export const findSourceTie = (ctx: Context, id: string) => findRecord(ctx, sourceTies, id);
export const findFinding = (ctx: Context, id: string) => findRecord(ctx, findings, id);
export const findAppeal = (ctx: Context, id: string) => findRecord(ctx, appeals, id);

/** What a statement is cut from: exactly one of the three. */
export interface StatementOrigin {
  testimonyId: string | null;
  mediaId: string | null;
  figureId: string | null;
}

/** The origin of a statement is in its case and stands. @throws NotFound | Conflict */
export async function mustHoldStatementOrigin(
  ctx: Context,
  caseId: string,
  origin: StatementOrigin,
): Promise<void> {
  const { testimonyId, mediaId, figureId } = origin;
  if (testimonyId !== null)
    mustStand(await findReference(ctx, testimonies, testimonyId, caseId, "testimony.read"));
  if (mediaId !== null) mustStand(await findReference(ctx, mediaItems, mediaId, caseId, "media.read"));
  if (figureId !== null) mustStand(await findReference(ctx, figures, figureId, caseId, "figure.read"));
}

/**
 * The version of the testimony exists and holds the paragraphs, and these the words.
 * @throws Invalid naming the version, the paragraphs or the words
 */
export async function mustHoldParagraphs(
  { read }: Pick<Context, "read">,
  testimonyId: string | null,
  { testimonyNumber, paragraphs, spans }: Pick<StatementFields, "testimonyNumber" | "paragraphs" | "spans">,
): Promise<void> {
  if (testimonyId === null || testimonyNumber === null) return;
  const [version] = await read
    .select({ paragraphs: testimonyVersions.paragraphs, stage: testimonyVersions.stage })
    .from(testimonyVersions)
    .where(
      and(eq(testimonyVersions.testimonyId, testimonyId), eq(testimonyVersions.number, testimonyNumber)),
    );
  if (!version) throw new Invalid([{ path: "testimonyNumber", code: "no_such_version" }]);
  const numbers = new Set(version.paragraphs.map((paragraph) => paragraph.number));
  const problems = (paragraphs ?? []).flatMap((number, index): FieldProblem[] =>
    numbers.has(number) ? [] : [{ path: `paragraphs.${index}`, code: "no_such_paragraph" }],
  );
  // The words of a draft may still become others under the very same places.
  if (spans && version.stage === "draft") problems.push({ path: "spans", code: "draft_may_change" });
  else if (spans) problems.push(...faultsOfSpans(spans, paragraphs, version.paragraphs));
  if (problems.length > 0) throw new Invalid(problems);
}

/** The place and the actor that a claim names are in its case. @throws NotFound */
export async function mustHoldSaid(
  ctx: Context,
  caseId: string,
  { saidPlaceId, saidActorId }: Said,
): Promise<void> {
  if (saidPlaceId !== null) await findReference(ctx, places, saidPlaceId, caseId, "place.read");
  if (saidActorId !== null) await findReference(ctx, actors, saidActorId, caseId, "actor.read");
}

/** What a claim says, with the number of the figure that it is cut from where it gives none of its own. */
export async function withFigure<S extends Said>(
  { read }: Pick<Context, "read">,
  figureId: string | null,
  said: S,
): Promise<S> {
  if (figureId === null) return said;
  const [figure] = await read.select().from(figures).where(eq(figures.id, figureId));
  return figure ? { ...said, ...saidByFigure(said, figure) } : said;
}

/** Everything that an allegation names is in its case. @throws NotFound */
export async function mustHoldAllegationReferences(
  ctx: Context,
  caseId: string,
  { incidentId, actorId, victimId, placeId }: AllegationFields,
): Promise<void> {
  mustStand(await findReference(ctx, incidents, incidentId, caseId, "incident.read"));
  if (actorId !== null) await findReference(ctx, actors, actorId, caseId, "actor.read");
  if (victimId !== null) await findReference(ctx, victims, victimId, caseId, "victim.read");
  if (placeId !== null) await findReference(ctx, places, placeId, caseId, "place.read");
}

/** A statement that others may rest on: in the case, and standing. @throws NotFound | Conflict */
export async function findStandingStatement(ctx: Context, id: string, caseId: string): Promise<Statement> {
  const statement = await findReference(ctx, statements, id, caseId, "statement.read");
  mustStand(statement);
  return statement;
}

/** Live links of a statement, or of one facet of an allegation. */
export const liveLinks = (
  { read }: Pick<Context, "read">,
  of: { statementId: string } | { allegationId: string; facet: EvidenceLink["facet"] },
): Promise<EvidenceLink[]> =>
  read
    .select()
    .from(evidenceLinks)
    .where(
      and(
        isNull(evidenceLinks.retractedAt),
        "statementId" in of
          ? eq(evidenceLinks.statementId, of.statementId)
          : and(eq(evidenceLinks.allegationId, of.allegationId), eq(evidenceLinks.facet, of.facet)),
      ),
    )
    .orderBy(evidenceLinks.createdAt, evidenceLinks.id);

/** Versions of a finding that somebody other than its author relies on or works with. */
const CONSIDERED = ["submitted", "in_review", "first_approved", "approved", "contested", "refuted"] as const;

/** True when a finding of the allegation is under review or stands; its act may then not become another. */
export async function isConsidered({ read }: Pick<Context, "read">, allegationId: string): Promise<boolean> {
  const [found] = await read
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.allegationId, allegationId), inArray(findings.status, [...CONSIDERED])))
    .limit(1);
  return found !== undefined;
}

/** True when a live link of the statement feeds a finding that is under review or stands. */
export async function feedsConsidered(
  { read }: Pick<Context, "read">,
  statementId: string,
): Promise<boolean> {
  const [found] = await read
    .select({ id: findings.id })
    .from(evidenceLinks)
    .innerJoin(
      findings,
      and(eq(findings.allegationId, evidenceLinks.allegationId), eq(findings.facet, evidenceLinks.facet)),
    )
    .where(
      and(
        eq(evidenceLinks.statementId, statementId),
        isNull(evidenceLinks.retractedAt),
        inArray(findings.status, [...CONSIDERED]),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** True when a live tie of the kind holds between the two already, whichever was named first. */
export async function isTied(
  { read }: Pick<Context, "read">,
  kind: string,
  [one, other]: readonly [string, string],
): Promise<boolean> {
  const between = (a: string, b: string) =>
    and(eq(dependencies.statementId, a), eq(dependencies.otherStatementId, b));
  const [found] = await read
    .select({ id: dependencies.id })
    .from(dependencies)
    .where(
      and(
        eq(dependencies.kind, kind),
        isNull(dependencies.retractedAt),
        or(between(one, other), between(other, one)),
      ),
    )
    .limit(1);
  return found !== undefined;
}
