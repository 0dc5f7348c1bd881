/**
 * Says how well names are matched across scripts, on the labelled set of invented pairs:
 *   npm run names [-- --missed]
 * `--missed` prints the pairs that were not found and those that were put together wrongly. It opens no database.
 * Exit 0: of the pairs of one person, 95 of 100 are among the first ten. 1: fewer.
 */
import { parseArgs } from "node:util";
import { measureNames } from "#lib/victims/testing/measure-names.ts";

const WANTED = 0.95;

const { values } = parseArgs({ options: { missed: { type: "boolean", default: false } } });
const found = measureNames();
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

console.log(
  `${found.pairs} pairs: ${found.same} of one person, ${found.others} of two; ${found.names} names`,
);
console.log(`among the first ten  ${percent(found.recallAtTen)} (wanted: ${percent(WANTED)})`);
console.log(`compared with each   ${found.comparedEach.toFixed(0)} of ${found.names} names`);
console.log(
  `at a likeness of ${found.likely}: recall ${percent(found.recall)}, precision ${percent(found.precision)}`,
);
if (values.missed) {
  for (const { one, other } of found.missed) console.log(`missed    ${one} / ${other}`);
  for (const { one, other } of found.wrong) console.log(`together  ${one} / ${other}`);
}
process.exitCode = found.recallAtTen >= WANTED ? 0 : 1;
