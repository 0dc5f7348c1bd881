import type { Answer } from "#lib/release/rules/gate-snapshot.ts";
import { answersThatDecide } from "#lib/release/rules/newest-answer.ts";
import { type Asked, type Destination, OURSELVES, whyLedgerBars } from "./why-barred.ts";
import { CELLS, type Cell } from "../words.ts";

/** The answer in force to a question, and what waits for a second person. */
export const standingIn = (
  ledger: readonly Answer[],
  { recipientClass, purpose }: Cell,
  country: string | null = null,
) => answersThatDecide(ledger, { purpose, recipient: { class: recipientClass, country } });

/** Somebody of a kind, about whom nothing else is known: what speaks against them then, speaks against an answer itself. */
const anybodyOf = ({ recipientClass, purpose }: Cell, country: string | null): Destination => ({
  recipient: { ...OURSELVES.recipient, id: "anybody", class: recipientClass, country },
  purpose,
});
const OF_THE_ANSWER =
  /^(?:person\.|consent\.(?:not_yet|ended|confirmation_due|suspended|incomplete|not_informed|assent_refused|guardian_suspect)|condition\.(?:contact_first|embargo_until|other|unknown))/;

/** By which rules a yes to a question does not hold, whoever the recipient is. */
export const doubtsAbout = (asked: Asked, cell: Cell, country: string | null, at: number): string[] =>
  whyLedgerBars(asked, anybodyOf(cell, country), at).flatMap(({ rule }) =>
    OF_THE_ANSWER.test(rule) ? [rule] : [],
  );

/** Whether a yes to a question holds, whoever the recipient is. @param except rules that what is done already answers */
export const holdsFor = (asked: Asked, cell: Cell, at: number, except: readonly string[] = []): boolean =>
  standingIn(asked.ledger, cell).inForce?.answer === "yes" &&
  doubtsAbout(asked, cell, null, at).every((rule) => except.includes(rule));

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
