import type { EvidenceFamily } from "../vocabulary.ts";
import { compareIds } from "./clusters.ts";
import type { WeighedItem } from "./quality.ts";

/** One origin as the search sees it: its best item of each sort, strongest first; never empty. */
export interface Candidate {
  /** Place in the order of strength, from 0. */
  readonly position: number;
  readonly cluster: string;
  readonly origin: string;
  readonly items: readonly [WeighedItem, ...WeighedItem[]];
  readonly types: readonly EvidenceFamily[];
}

/** What a witness set must show besides its qualities. */
export interface Demands {
  readonly independence: boolean;
  readonly firsthand: boolean;
  readonly identification: boolean;
  readonly disjointTypes: boolean;
}

/** One item from each of several origins, in the order of the candidates. */
export interface WitnessSet {
  readonly items: readonly WeighedItem[];
  readonly candidates: readonly Candidate[];
}

export type Independence = (a: Candidate, b: Candidate) => boolean;

/** Ids of a witness set's items, sorted. */
export function idsOfSet(set: WitnessSet): string[] {
  return set.items.map((item) => item.id).toSorted(compareIds);
}

/** Origins with an item of quality 1 or more, strongest first and then by id: the order in which sets are looked for. */
export function candidatesByStrength(
  origins: readonly {
    readonly id: string;
    readonly origin: string;
    readonly items: readonly WeighedItem[];
    readonly types: readonly EvidenceFamily[];
  }[],
): Candidate[] {
  return origins
    .flatMap(({ id, origin, items, types }) => {
      const [best, ...others] = bestOfEachSort(items);
      return best ? [{ cluster: id, origin, items: [best, ...others] as const, types }] : [];
    })
    .toSorted((a, b) => compareStrength(a.items[0], b.items[0]))
    .map((candidate, position) => ({ position, ...candidate }));
}

/** Level 3: the best items of two independent origins, 3 with at least 1, or both at least 2. */
export function weakPair(
  candidates: readonly Candidate[],
  independent: Independence,
  demands: Pick<Demands, "independence">,
): WitnessSet | null {
  return firstPair(candidates, (a, b) => {
    const [x, y] = [a.items[0], b.items[0]];
    if (Math.max(x.quality, y.quality) < 3 && Math.min(x.quality, y.quality) < 2) return null;
    if (demands.independence && !independent(a, b)) return null;
    return [x, y];
  });
}

/**
 * Level 4: an item of quality 3 and one of at least 2, from two independent origins, one of the two first-hand (UN
 * fact-finding practice: a credible first-hand source and an independent credible source). The *items* are chosen, so
 * that joining two origins cannot lend the strength of one item to another.
 */
export function strongPair(
  candidates: readonly Candidate[],
  independent: Independence,
  demands: Demands,
): WitnessSet | null {
  const able = candidates.filter((candidate) => candidate.items[0].quality >= 2);
  if (!someHaveWhat(demands, able)) return null;
  return firstPair(able, (a, b) => {
    if (demands.independence && !independent(a, b)) return null;
    return firstChoice([a, b], { threes: 1, ...demands });
  });
}

/**
 * Level 5: items of quality 2 or more from three mutually independent origins, two of them 3, one first-hand, and two of
 * the origins without a type of evidence in common. Whole sets of types are compared, so that a derivative of another
 * type cannot make an origin look different from another.
 */
export function strongTriple(
  candidates: readonly Candidate[],
  independent: Independence,
  demands: Demands,
): WitnessSet | null {
  const able = candidates.filter((candidate) => candidate.items[0].quality >= 2);
  if (!someHaveWhat(demands, able)) return null;
  if (demands.disjointTypes && !someAreDisjoint(able.map((candidate) => candidate.types))) return null;
  // Candidates come strongest first, so the two of quality 3 are the first two of any set.
  const best = able.filter((candidate) => candidate.items[0].quality === 3);
  for (const [i, a] of best.entries()) {
    for (const [j, b] of best.slice(i + 1).entries()) {
      if (demands.independence && !independent(a, b)) continue;
      for (const c of able.slice(i + j + 2)) {
        if (demands.independence && !(independent(a, c) && independent(b, c))) continue;
        if (demands.disjointTypes && !someAreDisjoint([a.types, b.types, c.types])) continue;
        const items = firstChoice([a, b, c], { threes: 2, ...demands });
        if (items) return { items, candidates: [a, b, c] };
      }
    }
  }
  return null;
}

function firstPair(
  candidates: readonly Candidate[],
  choose: (a: Candidate, b: Candidate) => WeighedItem[] | null,
): WitnessSet | null {
  for (const [i, a] of candidates.entries()) {
    for (const b of candidates.slice(i + 1)) {
      const items = choose(a, b);
      if (items) return { items, candidates: [a, b] };
    }
  }
  return null;
}

interface Wanted {
  /** At least so many of the chosen items have quality 3; all have 2 or more. */
  readonly threes: number;
  readonly firsthand: boolean;
  readonly identification: boolean;
}

/** The first choice of one item from each candidate that has what is wanted, strongest items tried first. */
function firstChoice(candidates: readonly Candidate[], wanted: Wanted): WeighedItem[] | null {
  const [candidate, ...others] = candidates;
  if (!candidate) return wanted.threes <= 0 && !wanted.firsthand && !wanted.identification ? [] : null;
  for (const item of candidate.items) {
    if (item.quality < 2) break;
    const chosen = firstChoice(others, {
      threes: item.quality === 3 ? wanted.threes - 1 : wanted.threes,
      firsthand: wanted.firsthand && !item.firsthand,
      identification: wanted.identification && !item.identifies,
    });
    if (chosen) return [item, ...chosen];
  }
  return null;
}

/** Spares a long search for what no item at all can give: common where many testimonies stand side by side. */
function someHaveWhat(
  demands: Pick<Demands, "firsthand" | "identification">,
  able: readonly Candidate[],
): boolean {
  const items = able.flatMap((candidate) => candidate.items).filter((item) => item.quality >= 2);
  if (demands.firsthand && !items.some((item) => item.firsthand)) return false;
  return !demands.identification || items.some((item) => item.identifies);
}

function someAreDisjoint(types: readonly (readonly EvidenceFamily[])[]): boolean {
  return types.some((a, i) =>
    types.slice(i + 1).some((b) => a.length > 0 && b.length > 0 && areDisjoint(a, b)),
  );
}

function areDisjoint(a: readonly EvidenceFamily[], b: readonly EvidenceFamily[]): boolean {
  return a.every((type) => !b.includes(type));
}

/** Items alike in quality, first-hand and identification can stand for each other; the smallest id does. */
function bestOfEachSort(items: readonly WeighedItem[]): WeighedItem[] {
  const bySort = new Map<string, WeighedItem>();
  for (const item of items.filter(({ quality }) => quality >= 1).toSorted(compareStrength)) {
    const sort = `${item.quality} ${item.firsthand} ${item.identifies}`;
    if (!bySort.has(sort)) bySort.set(sort, item);
  }
  return [...bySort.values()];
}

function compareStrength(a: WeighedItem, b: WeighedItem): number {
  return (
    b.quality - a.quality ||
    Number(b.firsthand) - Number(a.firsthand) ||
    Number(b.identifies) - Number(a.identifies) ||
    compareIds(a.id, b.id)
  );
}
