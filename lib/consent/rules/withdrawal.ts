import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { CELLS, type Cell } from "../words.ts";

/**
 * The questions to which a withdrawal says no: all to which the last word for every country is not a no already. Also those that
 * were never put: an account may carry a yes to them from before there was a ledger.
 * @param keys which questions are meant; null for all
 */
export function mayBeTakenBack(ledger: readonly Answer[], keys: readonly string[] | null): Cell[] {
  return CELLS.filter((cell) => (keys === null || keys.includes(cell.key)) && isOpen(ledger, cell));
}

/** Whether there is no no for every country, or a yes after it, for any country and also one that waits. */
function isOpen(ledger: readonly Answer[], { recipientClass, purpose }: Cell): boolean {
  const ofCell = ledger
    .filter((one) => one.recipientClass === recipientClass && one.purpose === purpose)
    .toSorted((a, b) => b.number - a.number);
  const lastNo = ofCell.findIndex(({ answer, country }) => answer === "no" && country === null);
  return lastNo === -1 || ofCell.slice(0, lastNo).some(({ answer }) => answer === "yes");
}
