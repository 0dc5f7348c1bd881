/** What was written about an account, in every table that holds words of it, and what each row is without them. */
import { eq, inArray, or } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import {
  assignments,
  attachments,
  comments,
  commentTexts,
  contradictions,
  dependencies,
  evidenceLinks,
  links,
  personIndexes,
  retentions,
  statements,
  testimonyPeople,
  testimonyVersions,
} from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import type { StatedFacts } from "#db/schema/testimonies.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { VersionedTable } from "#lib/core/writer.ts";
import { NOTHING_SAID } from "#lib/corroboration/rules/says-exactly.ts";
import { DELETED } from "../words.ts";

type AnyRow = Readonly<Record<string, unknown>> & { id: string; version: number };

/** The rows, by table. Whoever may see them: what follows from a deletion follows also where something was put apart. */
export async function restingOn(
  read: Reader,
  testimonyId: string,
): Promise<ReadonlyMap<VersionedTable, readonly AnyRow[]>> {
  const cut = await read.select().from(statements).where(eq(statements.testimonyId, testimonyId));
  const cutIds = cut.map(({ id }) => id);
  const evidence = await inPieces(cutIds, (some) =>
    read.select().from(evidenceLinks).where(inArray(evidenceLinks.statementId, some)),
  );
  const edges = await inPieces(cutIds, (some) =>
    read
      .select()
      .from(dependencies)
      .where(or(inArray(dependencies.statementId, some), inArray(dependencies.otherStatementId, some))),
  );
  const against = await inPieces(cutIds, (some) =>
    read
      .select()
      .from(contradictions)
      .where(or(inArray(contradictions.statementId, some), inArray(contradictions.otherStatementId, some))),
  );
  const said = await read.select().from(comments).where(eq(comments.recordId, testimonyId));
  const earlier = await inPieces(
    said.map(({ id }) => id),
    (some) => read.select().from(commentTexts).where(inArray(commentTexts.commentId, some)),
  );
  const shared = await read.select().from(assignments).where(eq(assignments.recordId, testimonyId));
  const versions = await read
    .select()
    .from(testimonyVersions)
    .where(eq(testimonyVersions.testimonyId, testimonyId));
  const people = await read
    .select()
    .from(testimonyPeople)
    .where(eq(testimonyPeople.testimonyId, testimonyId));
  const files = await read.select().from(attachments).where(eq(attachments.testimonyId, testimonyId));
  const others = await read.select().from(personIndexes).where(eq(personIndexes.testimonyId, testimonyId));
  const kept = await read.select().from(retentions).where(eq(retentions.testimonyId, testimonyId));
  const ties = await read.select().from(links).where(eq(links.testimonyId, testimonyId));
  return new Map<VersionedTable, readonly AnyRow[]>([
    [testimonyVersions, versions],
    [testimonyPeople, people.filter(({ description }) => description !== null)],
    [attachments, files],
    [personIndexes, others],
    [links, ties],
    [retentions, kept],
    [statements, cut],
    [evidenceLinks, evidence],
    [dependencies, [...new Map(edges.map((edge) => [edge.id, edge])).values()]],
    [contradictions, [...new Map(against.map((one) => [one.id, one])).values()]],
    [comments, said],
    [commentTexts, earlier],
    [assignments, shared.filter(({ note }) => note !== null)],
  ]);
}

const orNothing = (text: unknown) => (text === null ? null : "");

/** For each table, what its words become. */
const EMPTIED: ReadonlyMap<PgTable, (row: AnyRow) => Record<string, unknown>> = new Map<
  PgTable,
  (row: AnyRow) => Record<string, unknown>
>([
  [
    testimonyVersions,
    ({ facts }) => ({
      paragraphs: [],
      facts: emptiedFacts(facts as StatedFacts),
      translator: null,
      amendmentReason: null,
      comment: null,
    }),
  ],
  [testimonyPeople, () => ({ description: null })],
  [
    attachments,
    ({ retractionReason }) => ({ fileName: DELETED, retractionReason: orNothing(retractionReason) }),
  ],
  [personIndexes, () => ({ persons: [] })],
  [
    links,
    ({ retractionReason }) => ({
      heldEdtf: null,
      heldWording: null,
      note: null,
      retractionReason: orNothing(retractionReason),
    }),
  ],
  [retentions, () => ({ reason: "" })],
  [
    statements,
    ({ retractionReason }) => ({
      claim: DELETED,
      note: null,
      tags: [],
      ...NOTHING_SAID,
      retractionReason: orNothing(retractionReason),
    }),
  ],
  [
    evidenceLinks,
    ({ resolutionReason, retractionReason }) => ({
      rationale: "",
      resolutionReason: orNothing(resolutionReason),
      retractionReason: orNothing(retractionReason),
    }),
  ],
  [
    dependencies,
    ({ weightReason, retractionReason }) => ({
      note: null,
      weightReason: orNothing(weightReason),
      retractionReason: orNothing(retractionReason),
    }),
  ],
  [
    contradictions,
    ({ decisionReason, resolutionReason }) => ({
      said: null,
      note: null,
      decisionReason: orNothing(decisionReason),
      resolutionReason: orNothing(resolutionReason),
    }),
  ],
  [comments, () => ({ body: "", mentions: [] })],
  [commentTexts, () => ({ body: "" })],
  [assignments, () => ({ note: null })],
]);

/** A row of a table without words: the columns that change. */
export const emptied = (table: VersionedTable, row: AnyRow): Record<string, unknown> =>
  EMPTIED.get(table)?.(row) ?? {};

/**
 * Of what a version stated, what is no word: whose it is and in which capacity, and who had which part, from which the rules of four eyes
 * are read. Where it was taken stays too: a place in which somebody was interviewed is named in no dossier.
 */
const emptiedFacts = (facts: StatedFacts): StatedFacts => ({
  title: DELETED,
  witnessId: facts.witnessId,
  sourceId: facts.sourceId,
  publisherIds: facts.publisherIds,
  voice: facts.voice,
  basis: facts.basis,
  takenEdtf: null,
  takenWording: null,
  takenPlaceId: facts.takenPlaceId,
  eventEdtf: null,
  eventWording: null,
  contamination: facts.contamination,
  note: null,
  people: facts.people.map(({ role, humanId }) => ({ role, humanId, description: null })),
  ...(facts.form === undefined ? {} : { form: facts.form }),
  heardBefore: null,
  interview: null,
});
