import { and, eq, getTableColumns } from "drizzle-orm";
import { z } from "zod";
import { actors, allegations, incidents, places, victims } from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { ceilingsOf } from "../find/ceilings.ts";
import { statesOfFacets } from "../find/finding-facts.ts";
import type { Finding } from "../find/records.ts";
import { shownLinks, weightIn } from "../find/shown-evidence.ts";
import { answer, whyNotDraft } from "../policy/finding.ts";
import { AllegationId, FACETS } from "../vocabulary.ts";

/** One alleged act with its facets: what supports and what contradicts each, how far that carries now, and its findings. */
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
    return {
      ...found,
      facets: await facetsOf(ctx, allegation),
      may: {
        write: stands && scope.roleFor("allegation.write", allegation.caseId) !== null,
        link: stands && scope.roleFor("evidence.write", allegation.caseId) !== null,
      },
    };
  },
});

/** All eight facets in their fixed order, those without evidence too: a gap is part of the picture. */
async function facetsOf({ read, scope }: AskContext, allegation: typeof allegations.$inferSelect) {
  const refs = FACETS.map((facet) => ({ allegationId: allegation.id, facet }));
  const live = await ceilingsOf(read, refs);
  const links = await shownLinks(read, { allegationId: allegation.id });
  const writes = scope.roleFor("finding.write", allegation.caseId) !== null;
  const stateOf = await statesOfFacets(read, allegation);
  return FACETS.map((facet) => {
    const computed = live.get(`${allegation.id}/${facet}`);
    if (!computed) throw new Error("a facet without its ceiling");
    const state = stateOf(facet);
    const { level, contested, refutedProposed, reasons, witnessSet } = computed.ceiling;
    return {
      facet,
      ceiling: { level, contested, refutedProposed, reasons, witnessSet },
      links: links
        .filter((link) => link.facet === facet)
        .map((link) => ({ ...link, weight: weightIn(computed, link) })),
      findings: state.versions.map(shortFinding).toReversed(),
      may: { draft: answer(writes, whyNotDraft({ ...state, allegation })) },
    };
  });
}

function shortFinding(row: Finding) {
  const { id, code, number, status, conclusion, determination, standard, ceiling, contested, updatedAt } =
    row;
  return { id, code, number, status, conclusion, determination, standard, ceiling, contested, updatedAt };
}
