import { PURPOSES_OF, RECIPIENT_CLASSES } from "#lib/release/words.ts";

type RecipientClass = (typeof RECIPIENT_CLASSES)[number];
type Purpose = (typeof PURPOSES_OF)[RecipientClass][number];

/** One question of the ledger: may a class of recipients have it for a purpose. */
export interface Cell {
  /** `<class>_<purpose>`, as the form and its words name it. */
  readonly key: string;
  readonly recipientClass: RecipientClass;
  readonly purpose: Purpose;
}

/** Every question that a person is asked, in the order in which it is put. */
export const CELLS: readonly Cell[] = RECIPIENT_CLASSES.flatMap((recipientClass) =>
  PURPOSES_OF[recipientClass].map((purpose) => ({
    key: `${recipientClass}_${purpose}`,
    recipientClass,
    purpose,
  })),
);

export const CELL_KEYS = CELLS.map(({ key }) => key);

/** What is asked with a first account: our own use, and courts and inquiries. Authorities of a country are asked for apart. */
export const OUR_USE = "ourselves_analysis";
export const FIRST_QUESTIONS = [
  OUR_USE,
  "universal_jurisdiction_proceedings",
  "icc_proceedings",
  "un_mechanism_inquiry",
  "un_mechanism_proceedings",
] as const;

/** What can be answered: a no, no answer, or a yes in one form. */
export const CHOICES = [
  "no",
  "prefer_not_to_say",
  "aggregate",
  "anonymised",
  "pseudonymous",
  "identified",
] as const;

/** Conditions that are ticked; those with a day, a recipient or words of their own have a field each. */
export const TICKED_CONDITIONS = ["contact_first", "no_onward_transfer", "no_death_penalty"] as const;

export const YES_NO = ["yes", "no"] as const;
