import { z } from "zod";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { findEnd } from "#lib/links/find.ts";
import { LINK_NOUNS, LinkEndId, type LinkNoun } from "#lib/links/vocabulary.ts";
import { countLinks, type GraphLink, type GraphRecord, newestByKind, recordsOf } from "../find/neighbours.ts";
import { type Found, placeInColumns, takeInTurns } from "../rules/neighbours.ts";
import { GRAPH_FIRST_STEP_MAX, GRAPH_LINKS_MAX, GRAPH_NODES_MAX } from "../vocabulary.ts";

/**
 * The neighbours of one record over two steps of links, newest first and a few of every kind, with how many links were
 * left out. The work is bounded, however many links there are: every list is read from an index up to its limit.
 */
export const readNeighbours = query({
  name: "link.neighbours",
  input: z.strictObject({ recordId: LinkEndId }),
  permission: "link.read",
  async run(ctx, { recordId }) {
    const { id, caseId } = await findEnd(ctx, recordId);
    const firstLists = await newestByKind(ctx, caseId, id, GRAPH_LINKS_MAX.first);
    const shown = await recordsOf(ctx, caseId, [id, ...idsIn(firstLists)]);
    const middle = shown.get(id) ?? (await retracted(ctx, caseId, id));
    const first = inOrder(
      takeInTurns(standing(firstLists, shown), GRAPH_FIRST_STEP_MAX, new Set([id])),
      shown,
    );
    const secondLists = [];
    for (const { id: parentId } of first) {
      secondLists.push(inTurns(await newestByKind(ctx, caseId, parentId, GRAPH_LINKS_MAX.second)));
    }
    const further = await recordsOf(ctx, caseId, idsIn(secondLists));
    const records = new Map([...further, ...shown]);
    const drawn = new Set([id, ...first.map((one) => one.id)]);
    const second = takeInTurns(standing(secondLists, further), GRAPH_NODES_MAX - drawn.size, drawn);
    const { placed, rows } = placeInColumns(id, first, second);
    const via = new Map([...second, ...first].map((one) => [one.id, one]));
    const all = [...firstLists.flat(), ...secondLists.flat()];
    return {
      record: { ...middle, caseId },
      rows,
      nodes: placed.flatMap(({ id: nodeId, step, row }) => {
        const record = nodeId === id ? middle : records.get(nodeId);
        if (!record) return [];
        const { parentId = null, link = null } = via.get(nodeId) ?? {};
        return [{ ...record, step, row, parentId, link }];
      }),
      links: linesBetween(all, new Set(placed.map((one) => one.id))),
      leftOut: await leftOut(ctx, caseId, [id, ...first.map((one) => one.id)], all, via),
    };
  },
});

type Context = Parameters<typeof recordsOf>[0];
type Lists = readonly (readonly Found<GraphLink>[])[];

const idsIn = (lists: Lists): string[] => [...new Set(lists.flat().map((one) => one.id))];

const standing = (lists: Lists, records: ReadonlyMap<string, GraphRecord>): Lists =>
  lists.map((list) => list.filter((one) => records.has(one.id)));

/** The record in the middle is shown as history when it was taken back; its line is that of its code. */
async function retracted(ctx: Context, caseId: string, id: string): Promise<GraphRecord> {
  const end = await findEnd(ctx, id);
  if (end.caseId !== caseId) throw new NotFound();
  return { id, noun: end.noun, code: end.code, label: end.code, labelAr: null };
}

/** One record's links of every kind in one list, the kinds by turns. */
function inTurns(lists: Lists): Found<GraphLink>[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

/** Neighbours by noun, as the words of nouns are ordered everywhere, then by code. */
function inOrder(found: readonly Found<GraphLink>[], records: ReadonlyMap<string, GraphRecord>) {
  const keyOf = ({ id }: { id: string }): string => {
    const record = records.get(id);
    return record ? `${LINK_NOUNS.indexOf(record.noun)}${record.code}` : id;
  };
  return found.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The links of which both ends are drawn, each once. */
function linesBetween(all: readonly Found<GraphLink>[], drawn: ReadonlySet<string>) {
  const lines = new Map<string, { id: string; a: string; b: string }>();
  for (const { id, parentId, link } of all) {
    if (drawn.has(id) && drawn.has(parentId)) lines.set(link.id, { id: link.id, a: parentId, b: id });
  }
  return [...lines.values()];
}

/** Links of the records whose neighbours are shown that are not drawn, by what stands at their other end. */
async function leftOut(
  ctx: Context,
  caseId: string,
  ids: readonly string[],
  all: readonly Found<GraphLink>[],
  drawn: ReadonlyMap<string, unknown>,
) {
  const counts = new Map<LinkNoun, { count: number; more: boolean }>();
  const counted = new Set(ids);
  for (const id of ids) {
    const seen = new Map<string, number>();
    for (const one of all) {
      const isDrawn = one.parentId === id && (drawn.has(one.id) || counted.has(one.id));
      const prefix = one.id.slice(0, one.id.indexOf("_"));
      if (isDrawn) seen.set(prefix, (seen.get(prefix) ?? 0) + 1);
    }
    for (const [noun, { count, more }] of await countLinks(ctx, caseId, id)) {
      const prefix = prefixOf(noun);
      const before = counts.get(noun) ?? { count: 0, more: false };
      const rest = Math.max(0, count - (seen.get(prefix) ?? 0));
      counts.set(noun, { count: before.count + rest, more: before.more || (more && rest > 0) });
    }
  }
  return LINK_NOUNS.flatMap((noun) => {
    const rest = counts.get(noun);
    return rest === undefined || rest.count === 0 ? [] : [{ noun, ...rest }];
  });
}

const prefixOf = (noun: LinkNoun): string => idPrefixes[noun];
