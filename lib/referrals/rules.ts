import { CELLS } from "#lib/consent/words.ts";
import { holdsFor, standingIn } from "#lib/consent/rules/standing.ts";
import type { Asked } from "#lib/consent/rules/why-barred.ts";
import { type FieldProblem, Invalid, Refused } from "#lib/core/refusals.ts";
import { FIRST_ZONE_MS } from "#lib/core/zone-time.ts";
import type { ReferralFields } from "./vocabulary.ts";

const beginOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/**
 * What is entered holds together, on a day that has begun somewhere; it may lie before the person was put on record.
 * @returns the same without what its outcome does not ask for
 * @throws Invalid, naming each field
 */
export function heldTogether(fields: ReferralFields, now: number): ReferralFields {
  const { outcome, referredTo, offeredOn } = fields;
  const isAccepted = outcome === "accepted";
  const problems: FieldProblem[] = [];
  if (isAccepted && referredTo === null) problems.push({ path: "referredTo", code: "required" });
  if (beginOf(offeredOn) - FIRST_ZONE_MS > now) problems.push({ path: "offeredOn", code: "in_the_future" });
  if (problems.length > 0) throw new Invalid(problems);
  return { ...fields, referredTo: isAccepted ? referredTo : null };
}

const [TO_HELPERS] = CELLS.filter(({ recipientClass }) => recipientClass === "service_provider");

/** The forms of a yes in which somebody can be told who comes to them. */
const SHOWING: readonly (string | null)[] = ["pseudonymous", "identified"];

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
  const isAllowed =
    TO_HELPERS !== undefined &&
    SHOWING.includes(standingIn(asked.ledger, TO_HELPERS).inForce?.form ?? null) &&
    holdsFor(asked, TO_HELPERS, now, ["condition.contact_first"]);
  if (!isAllowed) throw new Refused("referral.consent_needed");
}
