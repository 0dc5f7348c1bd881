import { PROCEEDING_KINDS, PROCEEDING_STATUSES, RESPONSE_STATUSES } from "#lib/codebook/reported.ts";
import { Invalid } from "#lib/core/refusals.ts";
import type { AnyProceedingKind, AnyProceedingStatus, ProceedingFamily } from "./vocabulary.ts";

/** The family of a kind: the codebook decides, nobody enters it. */
export function familyOf(kind: AnyProceedingKind): ProceedingFamily {
  return PROCEEDING_KINDS.some((known) => known === kind) ? "proceeding" : "response";
}

/** The statuses that a family can have. */
export const statusesOf = (family: ProceedingFamily): readonly AnyProceedingStatus[] =>
  family === "proceeding" ? PROCEEDING_STATUSES : RESPONSE_STATUSES;

/** A status is one of its family: a call is never "ongoing". @throws Invalid */
export function mustFitItsFamily(entered: {
  kind: AnyProceedingKind;
  status: AnyProceedingStatus | null;
}): void {
  const { kind, status } = entered;
  if (status !== null && !statusesOf(familyOf(kind)).includes(status)) {
    throw new Invalid([{ path: "status", code: "bad_choice" }]);
  }
}
