/** Which facets a change can touch: those of the statements concerned, and of all that is tied to them. */
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { listHolds } from "#db/json-list.ts";
import { evidenceLinks, figures, mediaItems, statements, testimonies } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { reachedFrom } from "../rules/facet-evidence.ts";
import type { Facet } from "../vocabulary.ts";
import { inPieces } from "./in-pieces.ts";
import { materialOfStatements } from "./material.ts";
import { speakersTiedTo } from "./source-ties.ts";

/** One facet of one allegation: what a ceiling is of. */
export interface FacetRef {
  readonly allegationId: string;
  readonly facet: Facet;
}

/** What was changed: some facets themselves, some statements, or something that statements were cut from or rest on. */
export type Change =
  | { readonly facets: readonly FacetRef[] }
  | { readonly statementIds: readonly string[] }
  | { readonly testimonyId: string }
  | { readonly mediaId: string }
  | { readonly figureId: string }
  | { readonly witnessId: string }
  | { readonly sourceId: string }
  | { readonly speakerIds: readonly string[] };

/** The facets, in a fixed order, whose ceilings a change may have moved. */
export async function facetsTouchedBy(read: Reader, change: Change): Promise<FacetRef[]> {
  if ("facets" in change) return inOrder(change.facets);
  const changed =
    "statementIds" in change
      ? change.statementIds
      : "speakerIds" in change
        ? await statementsOfSpeakers(read, change.speakerIds)
        : await statementsBehind(read, change);
  const material = await materialOfStatements(read, changed);
  const reached = [...reachedFrom(material, changed)].filter((id) => material.statements.has(id));
  return inOrder(await facetsOfStatements(read, reached));
}

export const facetKey = ({ allegationId, facet }: FacetRef): string => `${allegationId}/${facet}`;

function inOrder(facets: readonly FacetRef[]): FacetRef[] {
  const byKey = new Map(facets.map((one) => [facetKey(one), one]));
  return [...byKey.keys()].toSorted().flatMap((key) => byKey.get(key) ?? []);
}

/** The facets that live links of these statements lead to. */
function facetsOfStatements(read: Reader, statementIds: Iterable<string>): Promise<FacetRef[]> {
  return inPieces(statementIds, (some) =>
    read
      .selectDistinct({ allegationId: evidenceLinks.allegationId, facet: evidenceLinks.facet })
      .from(evidenceLinks)
      .where(and(isNull(evidenceLinks.retractedAt), inArray(evidenceLinks.statementId, some))),
  );
}

type Behind = Exclude<Change, { facets: unknown } | { statementIds: unknown } | { speakerIds: unknown }>;
/** Of witnesses and sources, and of all whom ties of theirs lead to. */
async function statementsOfSpeakers(read: Reader, speakerIds: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const id of await speakersTiedTo(read, speakerIds)) {
    const of = id.startsWith(`${idPrefixes.witness}_`) ? { witnessId: id } : { sourceId: id };
    for (const statementId of await statementsBehind(read, of)) found.add(statementId);
  }
  return [...found];
}

type Material = Exclude<Behind, { testimonyId: unknown }>;

/**
 * A testimony without a statement of its own ties those of its witness: by who asked, and by what was not asked. Asked at
 * each recording, so it is built once.
 */
async function statementsBehindTestimony(read: Reader, testimonyId: string): Promise<string[]> {
  const TESTIMONY = sql.placeholder("testimonyId");
  const kept = read.kept("statements.behind-testimony", (from) => {
    const witness = from.select({ id: changed.witnessId }).from(changed).where(eq(changed.id, TESTIMONY));
    const told = from
      .select({ id: testimonies.id })
      .from(testimonies)
      .where(inArray(testimonies.witnessId, witness));
    return from
      .select({ id: statements.id })
      .from(statements)
      .where(or(eq(statements.testimonyId, TESTIMONY), inArray(statements.testimonyId, told)));
  });
  return (await kept.execute({ testimonyId })).map(({ id }) => id);
}

async function statementsBehind(read: Reader, behind: Behind): Promise<string[]> {
  if ("testimonyId" in behind) return statementsBehindTestimony(read, behind.testimonyId);
  const rows = await read.select({ id: statements.id }).from(statements).where(cutFrom(read, behind));
  return rows.map(({ id }) => id);
}

/** Each branch names what statements were cut from by id, so that an index leads to them, however many there are. */
function cutFrom(read: Reader, behind: Material): SQL | undefined {
  const ofTestimonies = (which: SQL | undefined) =>
    inArray(statements.testimonyId, read.select({ id: testimonies.id }).from(testimonies).where(which));
  if ("mediaId" in behind) return eq(statements.mediaId, behind.mediaId);
  if ("figureId" in behind) return eq(statements.figureId, behind.figureId);
  if ("witnessId" in behind) return ofTestimonies(eq(testimonies.witnessId, behind.witnessId));
  const { sourceId } = behind;
  const given = read.select({ id: figures.id }).from(figures).where(eq(figures.sourceId, sourceId));
  const circulated = read
    .select({ id: mediaItems.id })
    .from(mediaItems)
    .where(listHolds(mediaItems.circulatedBy, sourceId));
  return or(
    ofTestimonies(eq(testimonies.sourceId, sourceId)),
    inArray(statements.figureId, given),
    inArray(statements.mediaId, circulated),
  );
}

const changed = alias(testimonies, "changed");
