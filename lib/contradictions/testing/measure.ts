import { differencesBetween } from "../rules/differences.ts";
import { invented } from "./invented.ts";
import { type Pair, plantedPairs } from "./planted.ts";

/** How much of what was planted the rules find, and how much of what is consistent they flag all the same. */
export function measureRules(seed?: number) {
  const { planted, consistent } = plantedPairs(seed);
  const found = planted.filter(({ claims, kind }) =>
    differencesBetween(...claims, invented).some((one) => one.kind === kind),
  );
  const flagged = consistent.filter(({ claims }) => differencesBetween(...claims, invented).length > 0);
  return {
    planted,
    consistent,
    missed: planted.filter((pair: Pair) => !found.includes(pair)),
    flagged,
    recall: found.length / planted.length,
    falseFlags: flagged.length / consistent.length,
  };
}
