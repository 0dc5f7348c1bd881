import type { contactPlans } from "#db/schema/index.ts";
import { Invalid, Refused } from "#lib/core/refusals.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { PlanFields } from "../vocabulary.ts";
import { WHY_MIN } from "../words.ts";

/** Of a row, what its plan is bound to: in another row, of another person or number, it does not open. */
type Place = Pick<typeof contactPlans.$inferSelect, "id" | "witnessId" | "number">;

const contextOf = ({ id, witnessId, number }: Place): string => `contact_plans/${id}/${witnessId}/${number}`;

/** Seals a plan for its row. */
export const sealPlan = (keys: Keys, place: Place, plan: PlanFields): string =>
  keys.seal(contextOf(place), Buffer.from(JSON.stringify(plan)));

/**
 * Opens the plan of a row.
 * @throws Refused where it was not sealed for this very row by this key: refused and not in conflict, so that it is in the log
 */
export function openPlan(keys: Keys, row: Place & { sealed: string }): PlanFields {
  try {
    return PlanFields.parse(JSON.parse(keys.open(contextOf(row), row.sealed).toString("utf8")));
  } catch {
    throw new Refused("contact.plan_unreadable");
  }
}

/** The fields of a plan that say something, by name. */
export const filledIn = (plan: PlanFields): string[] =>
  Object.entries(plan)
    .filter(([, value]) => value !== null && value.length > 0)
    .map(([name]) => name);

/**
 * A plan is opened for a reason, and another than those of the list is said in words.
 * @throws Refused without a reason
 * @throws Invalid where the words are missing or too few
 */
export function mustHaveReason<R extends string>(reason: R | null, why: string | null): R {
  if (reason === null) throw new Refused("contact.reason_needed");
  if (reason === "other" && (why ?? "").length < WHY_MIN)
    throw new Invalid([
      why === null
        ? { path: "why", code: "required" }
        : { path: "why", code: "too_short", params: { min: WHY_MIN } },
    ]);
  return reason;
}
