/**
 * Measures the rules that propose contradictions against planted ones and consistent pairs, all invented:
 *   npm run contradictions [-- --seed 7]
 * Says how much is found, what is missed and what is flagged without cause. Exit 0: recall is 0.95 or more and false flags are
 * 0.05 or less; 1: one of them is not.
 */
import { parseArgs } from "node:util";
import { measureRules } from "#lib/contradictions/testing/measure.ts";

const RECALL_MIN = 0.95;
const FALSE_MAX = 0.05;

const { values } = parseArgs({ options: { seed: { type: "string", default: "7" } } });
const { planted, consistent, missed, flagged, recall, falseFlags } = measureRules(Number(values.seed));
const whys = (pairs: readonly { why: string }[]) => [...new Set(pairs.map(({ why }) => why))];

console.log(`planted contradictions: ${planted.length}, found: ${planted.length - missed.length}`);
console.log(`  recall: ${recall.toFixed(3)}`);
for (const why of whys(missed)) console.log(`  missed: ${why}`);
console.log(`consistent pairs: ${consistent.length}, flagged: ${flagged.length}`);
console.log(`  false flags: ${falseFlags.toFixed(3)}`);
for (const why of whys(flagged)) console.log(`  flagged: ${why}`);
process.exitCode = recall >= RECALL_MIN && falseFlags <= FALSE_MAX ? 0 : 1;
