import { and, eq, getTableColumns } from "drizzle-orm";
import { z } from "zod";
import { actors, allegations, incidents, places, victims } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { hiddenAmong } from "#lib/core/blind-review.ts";
import { veiled } from "../rules/veil.ts";
import { ceilingsOf, type LiveCeiling } from "../find/ceilings.ts";
import { statesOfFacets } from "../find/finding-facts.ts";
import { type LinkParties, partiesOfLinks } from "../find/link-parties.ts";
import type { Finding } from "../find/records.ts";
import { dependenciesAmong } from "../find/shown-dependencies.ts";
import { type ShownLink, shownLinks, weightIn } from "../find/shown-evidence.ts";
import { mayOnLink } from "../policy/evidence.ts";
import { answer, whyNotDraft } from "../policy/finding.ts";
import { isOverride } from "../rules/appeal.ts";
import { AllegationId, FACETS } from "../vocabulary.ts";

/**
 * One alleged act with its facets: what supports and what contradicts each, how far that carries now, its findings, and
 * the recorded ties between its statements.
 */
export const readAllegation = query({
  name: "allegation.read",
  input: z.strictObject({ allegationId: AllegationId }),
  permission: "allegation.read",
  async run(ctx, { allegationId }) {
    const { read, scope } = ctx;
    const [found] = await read
      .select({
        allegation: getTableColumns(allegations),
        incident: {
          id: incidents.id,
          code: incidents.code,
          title: incidents.title,
          titleAr: incidents.titleAr,
          recordKind: incidents.recordKind,
        },
        actor: {
          id: actors.id,
          code: actors.code,
          name: actors.name,
          nameAr: actors.nameAr,
          kind: actors.kind,
        },
        victim: { id: victims.id, code: victims.code, label: victims.label, ageBand: victims.ageBand },
        place: {
          id: places.id,
          code: places.code,
          name: places.name,
          nameAr: places.nameAr,
          precision: places.precision,
        },
      })
      .from(allegations)
      .innerJoin(incidents, eq(incidents.id, allegations.incidentId))
      .leftJoin(actors, eq(actors.id, allegations.actorId))
      .leftJoin(victims, eq(victims.id, allegations.victimId))
      .leftJoin(places, eq(places.id, allegations.placeId))
      .where(and(eq(allegations.id, allegationId), scope.cases(allegations.caseId)));
    if (!found) throw new NotFound();
    const { allegation } = found;
    const stands = allegation.retractedAt === null;
    const { links, total } = await shownLinks(read, { allegationId });
    const statements = new Map(links.map(({ statement: { id, code, claim } }) => [id, { id, code, claim }]));
    return {
      ...found,
      facets: await facetsOf(ctx, allegation, links),
      /** More than are shown, where there are too many for a page. */
      links: { shown: links.length, total },
      /** Each once, however many facets it is linked to. */
      statements: [...statements.values()],
      dependencies: await dependenciesAmong(ctx, [...statements.keys()]),
      may: {
        write: stands && scope.roleFor("allegation.write", allegation.caseId) !== null,
        link: stands && scope.roleFor("evidence.write", allegation.caseId) !== null,
        weigh: stands && scope.roleFor("evidence.resolve", allegation.caseId) !== null,
      },
    };
  },
});

export type AllegationAnswer = Awaited<ReturnType<typeof readAllegation.run>>;

/** All eight facets in their fixed order, those without evidence too: a gap is part of the picture. */
async function facetsOf(
  ctx: AskContext,
  allegation: typeof allegations.$inferSelect,
  links: readonly ShownLink[],
) {
  const { read, scope } = ctx;
  const refs = FACETS.map((facet) => ({ allegationId: allegation.id, facet }));
  const live = await ceilingsOf(read, refs);
  const writes = scope.roleFor("finding.write", allegation.caseId) !== null;
  const stateOf = await statesOfFacets(read, allegation);
  const partiesOf = await partiesOfLinks(read, links.filter(isContradiction));
  const hidden = await hiddenAmong(
    ctx,
    FACETS.flatMap((facet) => stateOf(facet).versions.map(({ id }) => id)),
  );
  const facets = [];
  for (const facet of FACETS) {
    const computed = live.get(`${allegation.id}/${facet}`);
    if (!computed) throw new Error("a facet without its ceiling");
    const state = stateOf(facet);
    const ofFacet = links.filter((link) => link.facet === facet);
    facets.push({
      facet,
      ceiling: shownCeiling(computed),
      links: ofFacet.map((link) => withRights(ctx, link, computed, partiesOf)),
      findings: state.versions.map((one) => shortFinding(one, hidden.has(one.id))).toReversed(),
      may: { draft: answer(writes, whyNotDraft({ ...state, allegation })) },
    });
  }
  return facets;
}

function shownCeiling({ ceiling }: LiveCeiling) {
  const { level, contested, refutedProposed, reasons, witnessSet, clusters } = ceiling;
  const origins = clusters.map(({ id, members }) => ({ id, members }));
  return { level, contested, refutedProposed, reasons, witnessSet, origins };
}

const isContradiction = ({ stance }: ShownLink) => stance === "contradict";

function withRights(
  { scope }: AskContext,
  link: ShownLink,
  live: LiveCeiling,
  partiesOf: (link: ShownLink) => LinkParties,
) {
  const weight = weightIn(live, link);
  const parties = isContradiction(link) ? partiesOf(link) : null;
  return { ...link, weight, may: mayOnLink(link, weight?.withdrawn ?? false, parties, scope) };
}

function shortFinding(row: Finding, isHidden: boolean) {
  const { id, code, number, status, conclusion, determination, standard, ceiling, contested, updatedAt } =
    row;
  return {
    ...veiled(
      { id, code, number, status, conclusion, determination, standard, ceiling, contested, updatedAt },
      isHidden,
    ),
    isOverride: isOverride(row),
  };
}
