import type { KeyObject } from "node:crypto";
import type { contactPlans } from "#db/schema/index.ts";
import { Invalid, Refused } from "#lib/core/refusals.ts";
import { decrypt, encrypt, type Keys } from "#lib/platform/keys.ts";
import type { RecordKeys } from "#lib/platform/record-keys.ts";
import { PlanFields } from "../vocabulary.ts";
import { WHY_MIN } from "../words.ts";

/** Of a row, what its plan is bound to: in another row, of another person or number, it does not open. */
type Place = Pick<typeof contactPlans.$inferSelect, "id" | "witnessId" | "number">;

const contextOf = ({ id, witnessId, number }: Place): string => `contact_plans/${id}/${witnessId}/${number}`;

/** How a text begins that lies under the key of a person; those before it lay under the key file. */
const OF_PERSON = "person:";

/** Seals a plan for its row, under the key of its person. */
export const sealPlan = (key: KeyObject, place: Place, plan: PlanFields): string =>
  `${OF_PERSON}${encrypt(key, contextOf(place), Buffer.from(JSON.stringify(plan)))}`;

interface Opening {
  readonly keys: Keys;
  readonly recordKeys: RecordKeys;
}

/**
 * Opens the plan of a row.
 * @throws Refused where it was not sealed for this very row by this key: refused and not in conflict, so that it is in the log
 */
export function openPlan(
  { keys, recordKeys }: Opening,
  row: Place & { caseId: string; sealed: string },
): PlanFields {
  try {
    const plain = row.sealed.startsWith(OF_PERSON)
      ? openOfPerson(recordKeys, row)
      : keys.open(contextOf(row), row.sealed);
    return PlanFields.parse(JSON.parse(plain.toString("utf8")));
  } catch {
    throw new Refused("contact.plan_unreadable");
  }
}

function openOfPerson(recordKeys: RecordKeys, row: Place & { caseId: string; sealed: string }): Buffer {
  const key = recordKeys.open(row.caseId, row.witnessId);
  if (key === null) throw new Error("The key is gone.");
  return decrypt(key, contextOf(row), row.sealed.slice(OF_PERSON.length));
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
