/**
 * Ties that follow from something shared: a publisher, an interviewer, what was read before. A facet with thousands of
 * accounts by one interviewer has millions of such pairs, so what is shared is kept once and asked for by pair.
 */
import type { GROUP_EDGE_KINDS, SoftEdgeKind, Tenths } from "../vocabulary.ts";
import { compareIds } from "./clusters.ts";

/** Ties of a kind between all that bear a trait, and between those and what the trait touches. */
export interface SharedTrait {
  /** None that spreads: whoever shares a publisher with one of two shares nothing with the other. */
  readonly kind: Exclude<SoftEdgeKind, (typeof GROUP_EDGE_KINDS)[number]>;
  readonly tenths: Tenths;
  /** Each two of these depend on each other. */
  readonly bearers: readonly string[];
  /** Each of these depends on each bearer, and not on one another: coverage, and those who read it. */
  readonly touched: readonly string[];
  /** Pairs that somebody weighed by themselves; what they recorded stands in the place of this. */
  readonly except: readonly (readonly [string, string])[];
}

/** The strongest trait of two origins, in tenths; 0 where they share none. */
export function strongestShared(
  traits: readonly SharedTrait[],
  originOf: (id: string) => string,
): (originA: string, originB: string) => Tenths {
  const placed = traits.map((trait) => ({
    tenths: trait.tenths,
    bearers: Map.groupBy(trait.bearers, originOf),
    touched: Map.groupBy(trait.touched, originOf),
    except: new Set(trait.except.map(pairText)),
  }));
  const borneBy = new Map<string, (typeof placed)[number][]>();
  for (const one of placed) {
    for (const origin of one.bearers.keys()) borneBy.set(origin, [...(borneBy.get(origin) ?? []), one]);
  }
  return (a, b) => {
    let strongest: Tenths = 0;
    for (const one of [...(borneBy.get(a) ?? []), ...(borneBy.get(b) ?? [])]) {
      if (one.tenths > strongest && holdsBetween(one, a, b)) strongest = one.tenths;
    }
    return strongest;
  };
}

interface Placed {
  readonly bearers: ReadonlyMap<string, readonly string[]>;
  readonly touched: ReadonlyMap<string, readonly string[]>;
  readonly except: ReadonlySet<string>;
}

function holdsBetween({ bearers, touched, except }: Placed, a: string, b: string): boolean {
  const some = (ones: readonly string[] = [], others: readonly string[] = []) =>
    except.size === 0
      ? ones.length > 0 && others.length > 0
      : ones.some((one) => others.some((other) => !except.has(pairText([one, other]))));
  return (
    some(bearers.get(a), bearers.get(b)) ||
    some(bearers.get(a), touched.get(b)) ||
    some(bearers.get(b), touched.get(a))
  );
}

const pairText = (pair: readonly [string, string]): string => pair.toSorted(compareIds).join(" ");

interface WrittenPair extends Pick<SharedTrait, "kind" | "tenths"> {
  readonly between: readonly [string, string];
}

/** Every pair that the traits stand for, each once: what the first version of the rules wrote down and hashed. */
export function edgesOfTraits(traits: readonly SharedTrait[]): WrittenPair[] {
  const edges = new Map<string, WrittenPair>();
  for (const { kind, tenths, bearers, touched, except } of traits) {
    const excepted = new Set(except.map(pairText));
    const others = [...bearers, ...touched];
    for (const [position, one] of bearers.entries()) {
      for (const other of others.slice(position + 1)) {
        const pair = pairText([one, other]);
        if (one === other || excepted.has(pair)) continue;
        edges.set(`${kind} ${tenths} ${pair}`, { kind, tenths, between: [one, other] });
      }
    }
  }
  return [...edges.values()];
}
