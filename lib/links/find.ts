import { and, eq, exists, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import {
  actors,
  figures,
  incidents,
  links,
  mediaItems,
  places,
  proceedings,
  sources,
  testimonies,
} from "#db/schema/index.ts";
import type { Permission } from "#lib/access/permissions.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import { Conflict, NotFound } from "#lib/core/refusals.ts";
import { figureLabel } from "#lib/figures/find.ts";
import { type LinkEnds, makesPartOf, pairKeyOf } from "./rules.ts";
import { type LinkKind, linkKindSpec, type LinkNoun, linkNounOf } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** How a record stands at the end of a link: one line of it. */
export interface EndOfLink {
  readonly table: PgTable;
  readonly id: AnyPgColumn;
  readonly code: AnyPgColumn;
  readonly retractedAt: AnyPgColumn;
  readonly label: SQL<string>;
  readonly labelAr: SQL<string | null>;
  /** When it happened, was said or was shown. */
  readonly dateEdtf: SQL<string | null>;
}

const none = sql<string | null>`null`;
const words = (column: AnyPgColumn): SQL<string> => sql<string>`${column}`;
const maybeWords = (column: AnyPgColumn): SQL<string | null> => sql<string | null>`${column}`;

/** The table in which the records of each noun lie. */
export const TABLES = {
  testimony: testimonies,
  incident: incidents,
  actor: actors,
  place: places,
  media: mediaItems,
  figure: figures,
  proceeding: proceedings,
  source: sources,
} as const satisfies Record<LinkNoun, PgTable>;

const LINES: Record<LinkNoun, Pick<EndOfLink, "label" | "labelAr" | "dateEdtf">> = {
  testimony: {
    label: words(testimonies.title),
    labelAr: none,
    dateEdtf: maybeWords(testimonies.takenEdtf),
  },
  incident: {
    label: words(incidents.title),
    labelAr: maybeWords(incidents.titleAr),
    dateEdtf: maybeWords(incidents.occurredEdtf),
  },
  actor: { label: words(actors.name), labelAr: maybeWords(actors.nameAr), dateEdtf: none },
  place: { label: words(places.name), labelAr: maybeWords(places.nameAr), dateEdtf: none },
  media: {
    label: words(mediaItems.title),
    labelAr: none,
    dateEdtf: maybeWords(mediaItems.circulatedEdtf),
  },
  figure: { label: figureLabel, labelAr: none, dateEdtf: maybeWords(figures.asOfEdtf) },
  proceeding: {
    label: words(proceedings.title),
    labelAr: none,
    dateEdtf: maybeWords(proceedings.heldEdtf),
  },
  source: { label: words(sources.name), labelAr: maybeWords(sources.nameAr), dateEdtf: none },
};

/** The table and the line of a noun. */
export function endOfLink(noun: LinkNoun): EndOfLink {
  const table = TABLES[noun];
  const { id, code, retractedAt } = table;
  return { table, id, code, retractedAt, ...LINES[noun] };
}

/** The permission under which a noun is seen. */
export const sightOfNoun = (noun: LinkNoun): Permission => `${noun}.read`;

/** @throws NotFound when absent or out of scope */
export const findLink = (ctx: Context, linkId: string) => findRecord(ctx, links, linkId);

/** The record whose links are asked for. @throws NotFound when absent or out of scope */
export async function findEnd(ctx: Context, recordId: string) {
  const noun = linkNounOf(recordId);
  if (noun === null) throw new NotFound();
  const { id, code, caseId, retractedAt } = await findRecord(ctx, TABLES[noun], recordId, sightOfNoun(noun));
  return { noun, id, code, caseId, retractedAt };
}

/**
 * Both ends are in the case and stand.
 * @throws NotFound; Conflict `link.end_retracted`
 */
export async function mustHoldEnds(
  ctx: Context,
  caseId: string,
  { kind, fromId, toId }: LinkEnds,
): Promise<void> {
  const { from, to } = linkKindSpec(kind);
  const first = await findReference(ctx, TABLES[from], fromId, caseId, sightOfNoun(from));
  const second = await findReference(ctx, TABLES[to], toId, caseId, sightOfNoun(to));
  if (first.retractedAt !== null || second.retractedAt !== null) throw new Conflict("link.end_retracted");
}

/** The condition that a listed record has a standing link of a kind to something, of which it is the first end. */
export const hasLink = (
  { read }: Pick<Context, "read">,
  record: { caseId: AnyPgColumn; id: AnyPgColumn },
  kind: LinkKind,
): SQL =>
  exists(
    read
      .select({ id: links.id })
      .from(links)
      .where(
        and(
          eq(links.caseId, record.caseId),
          eq(links.fromId, record.id),
          eq(links.kind, kind),
          isNull(links.retractedAt),
        ),
      ),
  );

/** The source on which a link rests is in its case. @throws NotFound */
export async function mustHoldBasisSource(
  ctx: Context,
  caseId: string,
  sourceId: string | null,
): Promise<void> {
  if (sourceId !== null) await findReference(ctx, sources, sourceId, caseId, "source.read");
}

type Relation = LinkEnds & { caseId: string; role: string | null };

/**
 * No other live link says the same.
 * @param ownId the link that is being changed, or null for a new one
 * @throws Conflict `link.exists`
 */
export async function mustBeTheOnlyOne(
  { read }: Context,
  link: Relation,
  ownId: string | null,
): Promise<void> {
  const kept = read.kept("link.pair", (from) =>
    from
      .select({ id: links.id })
      .from(links)
      .where(and(eq(links.caseId, sql.placeholder("caseId")), eq(links.pairKey, sql.placeholder("pairKey")))),
  );
  const [other] = await kept.execute({ caseId: link.caseId, pairKey: pairKeyOf(link) });
  if (other && other.id !== ownId) throw new Conflict("link.exists");
}

/**
 * No record comes to belong to itself: walks up from the second end, by links and by the parents that records name.
 * @throws Conflict `link.loop`
 */
export async function mustNotLoop(ctx: Context, link: Relation, ownId: string | null): Promise<void> {
  if (!makesPartOf(link.kind, link.role)) return;
  const seen = new Set<string>();
  let level = [link.toId];
  while (level.length > 0) {
    if (level.includes(link.fromId)) throw new Conflict("link.loop");
    for (const id of level) seen.add(id);
    const above = [
      ...(await wholesByLink(ctx, link, level, ownId)),
      ...(await parentsOf(ctx, link.kind, level)),
    ];
    level = [...new Set(above)].filter((id) => !seen.has(id));
  }
}

async function wholesByLink(
  { read }: Context,
  { caseId, kind }: Relation,
  ids: string[],
  ownId: string | null,
): Promise<string[]> {
  const rows = await read
    .select({ id: links.toId })
    .from(links)
    .where(
      and(
        eq(links.caseId, caseId),
        inArray(links.fromId, ids),
        eq(links.kind, kind),
        inArray(links.role, [...linkKindSpec(kind).loopFreeRoles]),
        isNull(links.retractedAt),
        exceptOwn(ownId),
      ),
    );
  return rows.map(({ id }) => id);
}

/** The parents that incidents or actors name; records of no other noun are linked to their own kind. */
async function parentsOf({ read }: Context, kind: LinkKind, ids: string[]): Promise<string[]> {
  const table = kind === "actor_actor" ? actors : incidents;
  const rows = await read
    .select({ id: table.parentId })
    .from(table)
    .where(and(inArray(table.id, ids), isNotNull(table.parentId)));
  return rows.flatMap(({ id }) => id ?? []);
}

const exceptOwn = (ownId: string | null): SQL | undefined =>
  ownId === null ? undefined : ne(links.id, ownId);
