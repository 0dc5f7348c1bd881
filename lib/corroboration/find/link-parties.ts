/** The humans behind evidence links: who wrote what they rest on, who took part in it, who wrote what they serve. */
import { and, inArray, notInArray } from "drizzle-orm";
import { findings, statements, testimonyPeople, testimonyWriters } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { ReviewParties } from "../rules/finding-guards.ts";
import { facetKey, type FacetRef } from "./affected-facets.ts";
import { inPieces } from "./in-pieces.ts";
import type { EvidenceLink } from "./records.ts";

/** Somebody's own part in a finding, or in what it rests on. */
export type Held = ReviewParties["held"];

/** Who interviewed and interpreted in some testimonies, by testimony, those no longer named as present too. */
export async function presentAt(read: Reader, testimonyIds: readonly string[]) {
  const rows = await inPieces(testimonyIds, (some) =>
    read
      .selectDistinct({
        testimonyId: testimonyPeople.testimonyId,
        role: testimonyPeople.role,
        humanId: testimonyPeople.humanId,
      })
      .from(testimonyPeople)
      .where(
        and(
          inArray(testimonyPeople.testimonyId, some),
          inArray(testimonyPeople.role, ["interviewer", "interpreter"]),
        ),
      ),
  );
  const held = rows.map(({ testimonyId, role, humanId }) => ({
    testimonyId,
    humanId,
    duty: role === "interpreter" ? ("interpreter" as const) : ("interviewer" as const),
  }));
  return Map.groupBy(held, ({ testimonyId }) => testimonyId);
}

/** Humans who are behind what a link rests on or serves. */
export interface LinkParties {
  /** Wrote on any version of the testimony. */
  readonly testimonyAuthors: readonly string[];
  /** Interviewed or interpreted in it. */
  readonly tookPart: readonly string[];
  /** Wrote a finding of the facet that is being written or stands. */
  readonly findingAuthors: readonly string[];
}

type Link = FacetRef & Pick<EvidenceLink, "statementId">;

/** Whoever is behind the testimony of each link, and behind the findings of its facet. */
export async function partiesOfLinks(
  read: Reader,
  links: readonly Link[],
): Promise<(link: Link) => LinkParties> {
  const cut = await inPieces(
    links.map(({ statementId }) => statementId),
    (some) =>
      read
        .select({ id: statements.id, testimonyId: statements.testimonyId })
        .from(statements)
        .where(inArray(statements.id, some)),
  );
  const testimonyOf = new Map(cut.map(({ id, testimonyId }) => [id, testimonyId]));
  const testimonyIds = cut.flatMap(({ testimonyId }) => testimonyId ?? []);
  const authors = await inPieces(testimonyIds, (some) =>
    read
      .selectDistinct({
        testimonyId: testimonyWriters.testimonyId,
        humanId: testimonyWriters.humanId,
      })
      .from(testimonyWriters)
      .where(inArray(testimonyWriters.testimonyId, some)),
  );
  const present = await presentAt(read, testimonyIds);
  const written = await inPieces(
    links.map(({ allegationId }) => allegationId),
    (some) =>
      read
        .selectDistinct({
          allegationId: findings.allegationId,
          facet: findings.facet,
          humanId: findings.authorHumanId,
        })
        .from(findings)
        .where(
          and(inArray(findings.allegationId, some), notInArray(findings.status, ["withdrawn", "superseded"])),
        ),
  );
  const authorsOf = Map.groupBy(authors, ({ testimonyId }) => testimonyId);
  const writersOf = Map.groupBy(written, facetKey);
  return (link) => {
    const testimonyId = testimonyOf.get(link.statementId) ?? "";
    return {
      testimonyAuthors: humansIn(authorsOf.get(testimonyId)),
      tookPart: humansIn(present.get(testimonyId)),
      findingAuthors: humansIn(writersOf.get(facetKey(link))),
    };
  };
}

const humansIn = (rows: readonly { humanId: string | null }[] = []) =>
  rows.flatMap(({ humanId }) => humanId ?? []);
