/** Conditions on a contradiction, as sentences. The page shows their answers; the commands enforce the same ones. */
import { Conflict, Refused } from "#lib/core/refusals.ts";
import type { Scope } from "#lib/core/scope.ts";
import type { Contradiction as Row, Parties } from "../find/records.ts";

type Contradiction = Pick<Row, "state" | "caseId">;

/** The rule that stands against an act, or null. */
type WhyNot = string | null;

/** Whether somebody may do it, and what stands against it where they may not. */
const answer = (may: boolean, rule: WhyNot) => ({
  allowed: may && rule === null,
  rule: may ? rule : "role.missing",
});

const PERSONAL = new Set([
  "contradiction.settler_wrote_statement",
  "contradiction.settler_took_part",
  "contradiction.settler_made_link",
]);

/** @throws Refused when the rule is about the person; Conflict when it is about the record */
export function mustBeAllowedOn(rule: WhyNot): void {
  if (rule === null) return;
  throw PERSONAL.has(rule) ? new Refused(rule) : new Conflict(rule);
}

/** What was proposed is decided once. */
export const whyNotDecide = ({ state }: Contradiction): WhyNot =>
  state === "proposed" ? null : "contradiction.decided";

/** Somebody else than those whose words or work it is about says that it is none, or that it is settled. */
function whyNotSettle(parties: Parties, humanId: string): WhyNot {
  if (parties.wrote.includes(humanId)) return "contradiction.settler_wrote_statement";
  if (parties.tookPart.includes(humanId)) return "contradiction.settler_took_part";
  return parties.linked.includes(humanId) ? "contradiction.settler_made_link" : null;
}

export const whyNotDismiss = (one: Contradiction, parties: Parties, humanId: string): WhyNot =>
  whyNotDecide(one) ?? whyNotSettle(parties, humanId);

/** What stands is resolved; what nobody has decided about is decided first. */
export function whyNotResolve(one: Contradiction, parties: Parties, humanId: string): WhyNot {
  if (one.state === "proposed") return "contradiction.not_decided";
  return one.state === "standing" ? whyNotSettle(parties, humanId) : "contradiction.stays";
}

/** What a person may do with one, and which rule stands against what they may not. */
export function mayOnContradiction(one: Contradiction, parties: Parties, scope: Scope) {
  const writes = scope.roleFor("contradiction.write", one.caseId) !== null;
  const settles = scope.roleFor("contradiction.resolve", one.caseId) !== null;
  return {
    decide: answer(writes, whyNotDecide(one)),
    dismiss: answer(settles, whyNotDismiss(one, parties, scope.humanId)),
    resolve: answer(settles, whyNotResolve(one, parties, scope.humanId)),
  };
}
