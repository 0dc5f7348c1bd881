import { type Assurance, ASSURANCES_OF, PURPOSES_OF } from "../vocabulary.ts";
import { type AppliedRule, because } from "./decision.ts";
import { type GateSnapshot, holdsAt, type Recipient } from "./gate-snapshot.ts";

/** Why a recipient may be given nothing, for this purpose or at this time (IIIM and IIMM: assurances of whoever is served). */
export function whyRecipientBars({
  at,
  purpose,
  recipient,
}: Pick<GateSnapshot, "at" | "purpose" | "recipient">): AppliedRule[] {
  const hasLeft = recipient.withdrawnAt !== null && recipient.withdrawnAt <= at;
  return [
    ...(PURPOSES_OF[recipient.class].includes(purpose) ? [] : [because("purpose.not_for_class")]),
    ...(hasLeft ? [because("recipient.withdrawn")] : []),
    // People answer by country here, so that without one there is no answer to look for.
    ...(recipient.class === "domestic_authority" && recipient.country === null
      ? [because("recipient.country_unknown")]
      : []),
    ...whyAgreementBars(recipient, at),
    ...ASSURANCES_OF[recipient.class].flatMap((kind) => whyAssuranceBars(recipient, kind, at)),
  ];
}

/** Nobody makes an agreement with themself. */
function whyAgreementBars({ class: recipientClass, agreement }: Recipient, at: number): AppliedRule[] {
  if (recipientClass === "ourselves") return [];
  if (!agreement) return [because("recipient.no_agreement")];
  return holdsAt(agreement, at) ? [] : [because("recipient.agreement_not_in_force")];
}

function whyAssuranceBars(recipient: Recipient, kind: Assurance, at: number): AppliedRule[] {
  if (isAssured(recipient, kind, at)) return [];
  const wasGiven = recipient.assurances.some((one) => one.kind === kind);
  return [because(wasGiven ? "assurance.not_in_force" : "assurance.missing", { kind })];
}

/** Whether a recipient assures something at an instant. */
export const isAssured = ({ assurances }: Recipient, kind: Assurance, at: number): boolean =>
  assurances.some((one) => one.kind === kind && holdsAt(one, at));
