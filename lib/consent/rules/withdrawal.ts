import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { CELLS, type Cell } from "../words.ts";

/**
 * The questions to which a withdrawal says no: those that were ever answered with yes and not with no since; and all of them for
 * somebody without a ledger, whose only answers are those recorded with an account.
 * @param keys which questions are meant; null for all
 */
export function mayBeTakenBack(ledger: readonly Answer[], keys: readonly string[] | null): Cell[] {
  return CELLS.filter(
    (cell) => (keys === null || keys.includes(cell.key)) && (ledger.length === 0 || isOpen(ledger, cell)),
  );
}

/** Whether any yes, for any country and also one that waits, stands after the last no for any country. */
function isOpen(ledger: readonly Answer[], { recipientClass, purpose }: Cell): boolean {
  const ofCell = ledger
    .filter((one) => one.recipientClass === recipientClass && one.purpose === purpose)
    .toSorted((a, b) => b.number - a.number);
  const lastNo = ofCell.findIndex(({ answer, country }) => answer === "no" && country === null);
  return ofCell.slice(0, lastNo === -1 ? ofCell.length : lastNo).some(({ answer }) => answer === "yes");
}
