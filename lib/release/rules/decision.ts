import { type Changer, type RuleId, RULES } from "../vocabulary.ts";

/** A rule that applies, with what its sentence names: ids and codes, never protected text. */
export interface AppliedRule {
  readonly rule: RuleId;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly changeableBy: Changer;
}

export interface Decision {
  readonly allow: boolean;
  /** Every rule that applies, each once, in the order of RULES; none when it is allowed. */
  readonly rules: readonly AppliedRule[];
}

export const because = (rule: RuleId, parameters: AppliedRule["parameters"] = {}): AppliedRule => ({
  rule,
  parameters,
  changeableBy: RULES[rule],
});

const PLACE = new Map(Object.keys(RULES).map((rule, place) => [rule, place]));
const placeOf = ({ rule }: AppliedRule): number => PLACE.get(rule) ?? PLACE.size;

/** Allowed is what no rule bars: there is no other way to it. */
export function decisionFrom(applied: readonly AppliedRule[]): Decision {
  const byText = new Map(applied.map((one) => [JSON.stringify([one.rule, one.parameters]), one]));
  const rules = [...byText]
    .toSorted(([a, one], [b, other]) => placeOf(one) - placeOf(other) || (a < b ? -1 : 1))
    .map(([, one]) => one);
  return { allow: rules.length === 0, rules };
}
