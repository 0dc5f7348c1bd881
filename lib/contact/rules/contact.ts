import type { contactRules } from "#db/schema/index.ts";
import { type FieldProblem, Invalid } from "#lib/core/refusals.ts";
import type { ContactFields } from "../vocabulary.ts";

export type Said = Pick<typeof contactRules.$inferSelect, "mode" | "through" | "windowFrom" | "windowUntil">;

/** What nobody has said anything about is open. */
export const UNSAID: Said = { mode: "open", through: null, windowFrom: null, windowUntil: null };

/**
 * What is entered holds together.
 * @returns the same without what its mode does not ask for
 * @throws Invalid, naming each field
 */
export function heldTogether({ mode, through, windowFrom, windowUntil, reason }: ContactFields) {
  const problems: FieldProblem[] = [];
  const isThrough = mode === "only_through";
  const isWindow = mode === "only_window";
  if (isThrough && through === null) problems.push({ path: "through", code: "required" });
  if (isWindow && windowFrom === null) problems.push({ path: "windowFrom", code: "required" });
  if (isWindow && windowUntil === null) problems.push({ path: "windowUntil", code: "required" });
  if (isWindow && windowFrom !== null && windowUntil !== null && windowUntil < windowFrom)
    problems.push({ path: "windowUntil", code: "before_its_start" });
  if (problems.length > 0) throw new Invalid(problems);
  return {
    mode,
    through: isThrough ? through : null,
    windowFrom: isWindow ? windowFrom : null,
    windowUntil: isWindow ? windowUntil : null,
    reason,
  };
}

/** Whether everything that a new word allows was allowed before: what cannot be compared is none. */
export function isNarrowing(before: Said, after: Said): boolean {
  if (before.mode === "open" || after.mode === "never") return true;
  if (before.mode !== after.mode) return false;
  if (after.mode === "only_through") return after.through === before.through;
  return (
    (after.windowFrom ?? "") >= (before.windowFrom ?? "") &&
    (after.windowUntil ?? "") <= (before.windowUntil ?? "")
  );
}

/** An act for which the person is or was contacted. */
export interface Contact {
  /** Its day, `YYYY-MM-DD`; what is no single day lies in no window. */
  readonly day: string | null;
  /** Whether it went through whom the person named. */
  readonly throughAsked: boolean;
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** By which rule what a person said stands in the way, or null. */
export function whyNoContact(said: Said, { day, throughAsked }: Contact): string | null {
  switch (said.mode) {
    case "open":
      return null;
    case "never":
      return "contact.none_wanted";
    case "only_through":
      return throughAsked ? null : "contact.only_through";
    case "only_window": {
      const { windowFrom, windowUntil } = said;
      const isWithin =
        day !== null &&
        A_DAY.test(day) &&
        windowFrom !== null &&
        windowUntil !== null &&
        day >= windowFrom &&
        day <= windowUntil;
      return isWithin ? null : "contact.outside_window";
    }
  }
}
