/** Evidence as a page shows it: the link, its statement, what that was cut from and how it is graded. */
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import {
  evidenceLinks,
  figures,
  humans,
  mediaItems,
  sources,
  statements,
  testimonies,
  testimonyVersions,
  witnesses,
} from "#db/schema/index.ts";
import type { Paragraph } from "#db/schema/testimonies.ts";
import type { Reader } from "#db/store.ts";
import { credibilityShown } from "../rules/credibility.ts";
import { weighItem } from "../rules/quality.ts";
import { Plausibility } from "../vocabulary.ts";
import type { FacetRef } from "./affected-facets.ts";
import type { LiveCeiling } from "./ceilings.ts";
import { inPieces } from "./in-pieces.ts";

const resolvers = alias(humans, "resolvers");

/** So many links are shown of an allegation or a facet; a level is computed from all of them. */
const LINKS_SHOWN_MAX = 400;

/**
 * The live links of an allegation, or of one facet of it, with their statements, oldest first; and how many there are. Of
 * more than can be shown, no contradiction is left out for the sake of what supports.
 */
export async function shownLinks(
  read: Reader,
  of: Pick<FacetRef, "allegationId"> & Partial<FacetRef>,
  max = LINKS_SHOWN_MAX,
) {
  const live = and(
    eq(evidenceLinks.allegationId, of.allegationId),
    of.facet === undefined ? undefined : eq(evidenceLinks.facet, of.facet),
    isNull(evidenceLinks.retractedAt),
  );
  const rows = await linksWhere(read, live, max);
  const total = rows.length < max ? rows.length : await read.$count(evidenceLinks, live);
  return { links: rows.map(shownLink).toSorted(byAge), total };
}

function linksWhere(read: Reader, where: SQL | undefined, max: number) {
  return read
    .select({
      link: evidenceLinks,
      authorName: humans.displayName,
      resolverName: resolvers.displayName,
      statement: statements,
      testimony: {
        code: testimonies.code,
        title: testimonies.title,
        kind: testimonies.kind,
        stage: testimonies.stage,
      },
      media: { code: mediaItems.code, title: mediaItems.title },
      figure: { code: figures.code, title: figures.wording },
      witness: { id: witnesses.id, code: witnesses.code },
      source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
    })
    .from(evidenceLinks)
    .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
    .innerJoin(humans, eq(humans.id, evidenceLinks.authorHumanId))
    .leftJoin(resolvers, eq(resolvers.id, evidenceLinks.resolvedByHumanId))
    .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
    .leftJoin(mediaItems, eq(mediaItems.id, statements.mediaId))
    .leftJoin(figures, eq(figures.id, statements.figureId))
    .leftJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
    .leftJoin(sources, or(eq(sources.id, testimonies.sourceId), eq(sources.id, figures.sourceId)))
    .where(where)
    .orderBy(
      sql`case when ${evidenceLinks.stance} = 'contradict' then 0 else 1 end`,
      asc(evidenceLinks.createdAt),
      asc(evidenceLinks.id),
    )
    .limit(max);
}

type Row = Awaited<ReturnType<typeof linksWhere>>[number];

function shownLink({ link, statement, testimony, media, figure, ...named }: Row) {
  return {
    ...link,
    // The witness by code, or the source that spoke.
    ...named,
    statement: shownStatement(statement),
    origin: originOf(statement, { testimony, media, figure }),
  };
}

const byAge = (a: ShownLink, b: ShownLink) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

export type ShownLink = ReturnType<typeof shownLink>;

/** How a link's statement counts in a ceiling. */
export function weightIn({ ceiling, evidence }: LiveCeiling, { statementId, statement }: ShownLink) {
  const item = evidence.items.find((one) => one.id === statementId);
  if (!item) return null;
  const { quality, firsthand } = weighItem(item, evidence.facet);
  const { plausibility } = statement;
  return {
    /** 0 (counts for nothing) to 3. */
    quality,
    firsthand,
    reliability: item.reliability,
    withdrawn: item.withdrawn,
    /** 1, "confirmed", when it helped to corroborate; else as graded, null when nobody has. */
    credibility:
      credibilityShown(Plausibility.parse(plausibility ?? 6), item.id, ceiling) === 1 ? 1 : plausibility,
    /** Id of the origin: items with the same one count once. */
    cluster: ceiling.clusters.find((cluster) => cluster.members.includes(item.id))?.id ?? item.id,
    inWitnessSet: ceiling.witnessSet.includes(item.id),
  };
}

/** The paragraphs that statements were cut from, by statement id; a statement of a whole text or of no text has none. */
export async function excerptsOf(
  read: Reader,
  cut: readonly {
    id: string;
    testimonyId: string | null;
    testimonyNumber: number | null;
    paragraphs: number[] | null;
  }[],
): Promise<Map<string, Paragraph[]>> {
  const wanted = cut.filter((one) => one.testimonyId !== null && one.paragraphs !== null);
  const versions = await inPieces(
    wanted.flatMap(({ testimonyId }) => testimonyId ?? []),
    (some) =>
      read
        .select({
          testimonyId: testimonyVersions.testimonyId,
          number: testimonyVersions.number,
          paragraphs: testimonyVersions.paragraphs,
        })
        .from(testimonyVersions)
        .where(
          and(
            inArray(testimonyVersions.testimonyId, some),
            or(
              ...[...new Set(wanted.map((one) => one.testimonyNumber ?? 0))].map((n) =>
                eq(testimonyVersions.number, n),
              ),
            ),
          ),
        ),
  );
  return new Map(
    wanted.map(({ id, testimonyId, testimonyNumber, paragraphs }) => {
      const version = versions.find(
        (one) => one.testimonyId === testimonyId && one.number === testimonyNumber,
      );
      return [id, (version?.paragraphs ?? []).filter(({ number }) => paragraphs?.includes(number))];
    }),
  );
}

function shownStatement(row: typeof statements.$inferSelect) {
  const { id, code, version, claim, basis, plausibility, identification, countBasis, paragraphs } = row;
  const { testimonyId, testimonyNumber, mediaRank, mediaCondition, showsActItself, tags, note, retractedAt } =
    row;
  const cut = { testimonyId, testimonyNumber, paragraphs };
  const grades = {
    basis,
    plausibility,
    identification,
    countBasis,
    mediaRank,
    mediaCondition,
    showsActItself,
  };
  return { id, code, version, claim, ...cut, ...grades, tags, note, retracted: retractedAt !== null };
}

interface Named {
  code: string;
  title: string;
}

/** The testimony, media item or figure that a statement was cut from, as it is called. */
export function originOf(
  cut: { testimonyId: string | null; mediaId: string | null; figureId: string | null },
  named: {
    testimony: (Named & { kind: string; stage: string }) | null;
    media: Named | null;
    figure: Named | null;
  },
) {
  const { testimony, media, figure } = named;
  if (testimony) return { type: "testimony" as const, id: cut.testimonyId ?? "", ...testimony };
  if (media) return { type: "media" as const, id: cut.mediaId ?? "", ...media, kind: null, stage: null };
  if (figure) return { type: "figure" as const, id: cut.figureId ?? "", ...figure, kind: null, stage: null };
  return null;
}
