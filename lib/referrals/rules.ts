import { CELLS } from "#lib/consent/words.ts";
import { holdsFor } from "#lib/consent/rules/standing.ts";
import type { Asked } from "#lib/consent/rules/why-barred.ts";
import { type FieldProblem, Invalid, Refused } from "#lib/core/refusals.ts";
import type { ReferralFields } from "./vocabulary.ts";

const DAY_MS = 86_400_000;
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * What is entered holds together, on a day that has been and on which the person was on record.
 * @returns the same without what its outcome does not ask for
 * @throws Invalid, naming each field
 */
export function heldTogether(
  fields: ReferralFields,
  witness: { readonly createdAt: number },
  now: number,
): ReferralFields {
  const { outcome, referredTo, offeredOn } = fields;
  const isAccepted = outcome === "accepted";
  const problems: FieldProblem[] = [];
  if (isAccepted && referredTo === null) problems.push({ path: "referredTo", code: "required" });
  if (beginOf(offeredOn) > now) problems.push({ path: "offeredOn", code: "in_the_future" });
  if (beginOf(offeredOn) + DAY_MS <= witness.createdAt)
    problems.push({ path: "offeredOn", code: "before_the_record" });
  if (problems.length > 0) throw new Invalid(problems);
  return { ...fields, referredTo: isAccepted ? referredTo : null };
}

const [TO_HELPERS] = CELLS.filter(({ recipientClass }) => recipientClass === "service_provider");

/**
 * Who is referred to a body outside the house allows that in their ledger, where they have one: somebody there hears of them.
 * What happened since they answered does not stand in the way of help that they accept now, nor does that they asked to be asked.
 * @throws Refused
 */
export function mustBeAllowed(
  { outcome, referredTo }: Pick<ReferralFields, "outcome" | "referredTo">,
  asked: Asked,
  now: number,
): void {
  if (outcome !== "accepted" || referredTo === "own_team" || asked.ledger.length === 0) return;
  if (TO_HELPERS === undefined || !holdsFor(asked, TO_HELPERS, now, ["condition.contact_first"]))
    throw new Refused("referral.consent_needed");
}
