import { RULESET_VERSION, UNPROTECTED_ROLES } from "../vocabulary.ts";
import { whyApprovalsBar } from "./approvals.ts";
import { whyConsentBars } from "./consent.ts";
import { type AppliedRule, because, type Decision, decisionFrom } from "./decision.ts";
import type { GateSnapshot } from "./gate-snapshot.ts";
import { whyItemBars } from "./item.ts";
import { whyRecipientBars } from "./recipient.ts";
import { whyRiskBars } from "./risk.ts";

/**
 * Whether an item may go to a recipient, for a purpose, in a profile, at an instant: a pure function of a snapshot that can be
 * stored and decided again. Denied unless nothing bars it, and every rule that bars it is named.
 *
 * One grant has to carry a person: the newest answer for this purpose and this class of recipient (IIIM and IIMM, scope of
 * consent; Murad Code: withdrawn or narrowed at any time). No emergency opens it: there is nothing here to say so with.
 */
export function decide(snapshot: GateSnapshot): Decision {
  return decisionFrom([
    ...whyRulesetBars(snapshot),
    ...whyRecipientBars(snapshot),
    ...whyItemBars(snapshot),
    ...protectedPersons(snapshot).flatMap((personId) => whyPersonBars(snapshot, personId)),
    ...whyApprovalsBar(snapshot),
  ]);
}

/** A snapshot of other rules cannot be judged by these. */
const whyRulesetBars = ({ rulesetVersion }: GateSnapshot): AppliedRule[] =>
  rulesetVersion === RULESET_VERSION ? [] : [because("ruleset.unknown")];

/** Who of the item has to have agreed, each once; whoever is protected in one role is so in all. */
export function protectedPersons({ item }: GateSnapshot): string[] {
  const isProtected = (role: string) => !UNPROTECTED_ROLES.some((open) => open === role);
  return [...new Set(item.persons.flatMap(({ personId, role }) => (isProtected(role) ? [personId] : [])))];
}

function whyPersonBars(snapshot: GateSnapshot, personId: string): AppliedRule[] {
  const [person, ...more] = snapshot.persons.filter((one) => one.personId === personId);
  // Of two records one would have to be believed, and nobody knows which.
  if (!person || more.length > 0) return [because("person.not_one_record", { personId })];
  return [...whyConsentBars(snapshot, person), ...whyRiskBars(snapshot, person)];
}
