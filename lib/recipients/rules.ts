import type { GivenAssurance } from "#db/schema/recipients.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { AppliedRule } from "#lib/release/rules/decision.ts";
import type { Recipient } from "#lib/release/rules/gate-snapshot.ts";
import { whyRecipientBars } from "#lib/release/rules/recipient.ts";
import { Assurance, type Purpose, PURPOSES_OF, RecipientClass } from "#lib/release/vocabulary.ts";
import type { RecipientFields } from "./vocabulary.ts";

const DAY_MS = 86_400_000;

/** When a day begins, in ms since 1970. Days are those of UTC: a promise must not end at another hour for another reader. */
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const endOf = (day: string): number => beginOf(day) + DAY_MS;

/** Whoever prosecutes does so under the law of a country, and people answer by it. */
const OF_A_COUNTRY: readonly RecipientClass[] = ["domestic_authority", "universal_jurisdiction"];

/**
 * What is entered holds together: no period ends before it begins, an agreement that ends has begun, and who is bound by a
 * country's law names it.
 * @throws Invalid, naming each field
 */
export function mustHoldTogether(fields: RecipientFields): void {
  const { agreementFrom, agreementUntil, assurances, recipientClass, country } = fields;
  const problems: FieldProblem[] = assurances.flatMap(({ from, until }, index) =>
    until < from ? [{ path: `assurances.${index}.until`, code: "before_its_start" }] : [],
  );
  if (agreementUntil !== null && agreementFrom === null)
    problems.push({ path: "agreementFrom", code: "required" });
  if (agreementUntil !== null && agreementFrom !== null && agreementUntil < agreementFrom)
    problems.push({ path: "agreementUntil", code: "before_its_start" });
  if (country === null && OF_A_COUNTRY.includes(recipientClass))
    problems.push({ path: "country", code: "required" });
  if (problems.length > 0) throw new Invalid(problems);
}

/** A recipient as it is on record. */
export interface StoredRecipient {
  readonly id: string;
  readonly recipientClass: string;
  readonly country: string | null;
  readonly agreementFrom: string | null;
  readonly agreementUntil: string | null;
  readonly assurances: readonly GivenAssurance[];
  readonly retractedAt: number | null;
}

/** The same as the release gate knows it. */
export const asGateKnows = (row: StoredRecipient): Recipient => ({
  id: row.id,
  class: RecipientClass.parse(row.recipientClass),
  country: row.country,
  agreement:
    row.agreementFrom === null
      ? null
      : {
          from: beginOf(row.agreementFrom),
          until: row.agreementUntil === null ? null : endOf(row.agreementUntil),
        },
  assurances: row.assurances.map(({ kind, from, until }) => ({
    kind: Assurance.parse(kind),
    from: beginOf(from),
    until: endOf(until),
  })),
  withdrawnAt: row.retractedAt,
});

/** Why a recipient may be handed nothing for a purpose at an instant; empty where it may. */
export const whyBarred = (row: StoredRecipient, purpose: Purpose, at: number): AppliedRule[] =>
  whyRecipientBars({ at, purpose, recipient: asGateKnows(row) });

/** The purposes that a recipient can be given something for, each with what bars it now. */
export const standingOf = (row: StoredRecipient, at: number) =>
  PURPOSES_OF[RecipientClass.parse(row.recipientClass)].map((purpose) => ({
    purpose,
    barredBy: whyBarred(row, purpose, at),
  }));
