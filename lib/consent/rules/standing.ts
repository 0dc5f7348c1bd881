import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { answersThatDecide } from "#lib/release/rules/newest-answer.ts";
import { type Asked, OURSELVES, whyLedgerBars } from "./why-barred.ts";
import { CELLS, type Cell } from "../words.ts";

/** The answer in force to a question, and what waits for a second person. */
export const standingIn = (
  ledger: readonly Answer[],
  { recipientClass, purpose }: Cell,
  country: string | null = null,
) => answersThatDecide(ledger, { purpose, recipient: { class: recipientClass, country } });

/** What the two answers of an account follow from, where its witness has a ledger; nothing where that question was not put. */
export interface CarriedOver {
  consentInternal?: "yes" | "no" | "not_asked";
  consentExport?: "yes" | "no";
}

/**
 * The two answers that lists and levels of corroboration know of an account – may we use it, may it leave the house – as they
 * follow from the ledger. We use it when the rules of the release gate let us; that it may leave says: to somebody, and to whom is
 * asked of the ledger itself each time.
 * @param at in ms since 1970
 */
export function carriedOver(asked: Asked, at: number): CarriedOver {
  const internal = answersTo(asked.ledger, CELLS.filter(isOurs));
  const leaving = answersTo(
    asked.ledger,
    CELLS.filter((cell) => !isOurs(cell)),
  );
  const mayUse = whyLedgerBars(asked, OURSELVES, at).length === 0;
  const mayLeave = leaving.some(({ answer }) => answer === "yes");
  return {
    ...(internal.length === 0 ? {} : { consentInternal: mayUse ? "yes" : whatWasSaid(internal) }),
    ...(leaving.length === 0 ? {} : { consentExport: mayLeave ? "yes" : "no" }),
  };
}

/** A yes that does not hold is not a no: nobody said that. */
const whatWasSaid = (answers: readonly Answer[]): "no" | "not_asked" =>
  answers.some(({ answer }) => answer !== "yes") ? "no" : "not_asked";

const isOurs = ({ recipientClass }: Cell): boolean => recipientClass === "ourselves";

/** What stands to some questions, whichever country it is for. */
function answersTo(ledger: readonly Answer[], cells: readonly Cell[]): Answer[] {
  const countries = new Set([null, ...ledger.map(({ country }) => country)]);
  return cells
    .flatMap((cell) => [...countries].flatMap((country) => standingIn(ledger, cell, country).inForce ?? []))
    .filter(({ answer }) => answer !== "not_asked");
}
