/** The key of one person, under which all that says who and where they are is sealed. Its file is named as the person is. */
import type { KeyObject } from "node:crypto";
import type { RunContext } from "./command.ts";
import { Refused } from "./refusals.ts";

/**
 * The key of a person, made where there is none yet. It stays when the act that made it fails: others may have sealed something under
 * it in the same commit, or the act may have been carried out although its answer was lost. Nothing is sealed under it then, and the
 * next act takes it.
 * @throws Refused `vault.unreadable` where there is one that does not open
 */
export function personKey(
  { recordKeys }: Pick<RunContext, "recordKeys">,
  caseId: string,
  personId: string,
): KeyObject {
  return opened(recordKeys, caseId, personId) ?? recordKeys.make(caseId, personId);
}

function opened({ open }: RunContext["recordKeys"], caseId: string, personId: string): KeyObject | null {
  try {
    return open(caseId, personId);
  } catch {
    throw new Refused("vault.unreadable");
  }
}
