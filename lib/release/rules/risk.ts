import { RECIPIENT_CLASSES, type RecipientClass, RISK_CAPS } from "../vocabulary.ts";
import { type AppliedRule, because } from "./decision.ts";
import type { Assessment, GateSnapshot, Person } from "./gate-snapshot.ts";

const DAY_MS = 86_400_000;

/** An assessment is good for 90 days at most, whatever it says itself (OHCHR Manual on Human Rights Monitoring, protection). */
export const ASSESSED_MS_MAX = 90 * DAY_MS;

/** The caps with what a setting lowers; one that would raise a cap changes nothing. */
export const capsWith = (
  lowered: Readonly<Partial<Record<RecipientClass, number>>>,
): Record<RecipientClass, number> => {
  const caps = { ...RISK_CAPS };
  for (const one of RECIPIENT_CLASSES) caps[one] = Math.min(caps[one], lowered[one] ?? caps[one]);
  return caps;
};

/** Why what is known of a person's risk bars a release: the newest assessment decides. */
export function whyRiskBars(snapshot: GateSnapshot, person: Person): AppliedRule[] {
  const { personId, assessments } = person;
  if (assessments.length === 0) return [because("risk.not_assessed", { personId })];
  const last = Math.max(...assessments.map(({ at }) => at));
  // Of two at one instant neither is the newer, so both have to carry.
  const newest = assessments.filter(({ at }) => at === last);
  return newest.flatMap((assessment) => whyAssessmentBars(snapshot, person, assessment));
}

function whyAssessmentBars(snapshot: GateSnapshot, person: Person, assessment: Assessment): AppliedRule[] {
  const { at, caps, recipient } = snapshot;
  const { personId } = person;
  const isFresh = assessment.at <= at && at < goodUntil(assessment);
  // Settings that were read wrongly do not raise a cap either.
  const cap = capsWith(caps)[recipient.class];
  return [
    ...(isFresh ? [] : [because("risk.not_fresh", { personId })]),
    ...suspending(snapshot, person, assessment).map((eventId) =>
      because("risk.suspended", { personId, eventId }),
    ),
    ...(assessment.level > cap ? [because("risk.above_cap", { personId })] : []),
    ...(assessment.mitigations.some(({ done }) => !done)
      ? [because("risk.mitigation_open", { personId })]
      : []),
  ];
}

const goodUntil = ({ at, validUntil }: Assessment): number => Math.min(validUntil, at + ASSESSED_MS_MAX);

/** Events that suspend it: the one marked on it, and any that came since, so that nothing has to be written to stop a release. */
function suspending({ at }: GateSnapshot, { riskEvents }: Person, assessment: Assessment): string[] {
  const since = riskEvents.filter((event) => event.at >= assessment.at && event.at <= at).map(({ id }) => id);
  return assessment.suspendedBy === null ? since : [assessment.suspendedBy, ...since];
}
