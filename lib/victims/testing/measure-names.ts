import { nameKeys } from "../rules/name-keys.ts";
import { LIKELY, nameLikeness, partsLikeness } from "../rules/name-likeness.ts";
import { partsOfName } from "../rules/name-parts.ts";
import { namePairs, namesAround } from "./name-pairs.ts";

const AROUND = 1_000;
const FIRST = 10;

/** What the rules for names find of the labelled set, among names of other people. */
export function measureNames() {
  const pairs = namePairs();
  const same = pairs.filter(({ isSame }) => isSame);
  const others = pairs.filter(({ isSame }) => !isSame);
  const corpus = [...pairs.map(({ other }) => other), ...namesAround(AROUND)].map((name) => ({
    name,
    parts: partsOfName(name),
  }));
  const kept = new Map<string, number[]>();
  for (const [at, { name }] of corpus.entries())
    for (const key of nameKeys(name)) kept.set(key, [...(kept.get(key) ?? []), at]);

  let compared = 0;
  const missed: { one: string; other: string; isBlocked: boolean; likeness: number }[] = [];
  for (const { one, other } of same) {
    const met = [...new Set(nameKeys(one).flatMap((key) => kept.get(key) ?? []))].flatMap(
      (at) => corpus[at] ?? [],
    );
    compared += met.length;
    const parts = partsOfName(one);
    const ranked = met
      .map(({ name, parts: its }) => ({ name, likeness: partsLikeness(parts, its) }))
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, FIRST);
    if (!ranked.some(({ name }) => name === other))
      missed.push({
        one,
        other,
        isBlocked: met.some(({ name }) => name === other),
        likeness: nameLikeness(one, other),
      });
  }
  const found = same.filter(({ one, other }) => nameLikeness(one, other) >= LIKELY).length;
  const wrong = others.filter(({ one, other }) => nameLikeness(one, other) >= LIKELY);
  return {
    pairs: pairs.length,
    same: same.length,
    others: others.length,
    names: corpus.length,
    recallAtTen: (same.length - missed.length) / same.length,
    /** How many of the names are compared with one, on average. */
    comparedEach: compared / same.length,
    likely: LIKELY,
    recall: found / same.length,
    precision: found / Math.max(1, found + wrong.length),
    missed,
    wrong,
  };
}
