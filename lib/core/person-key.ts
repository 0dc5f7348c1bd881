/** The key of one person, under which all that says who and where they are is sealed. Its file is named as the person is. */
import type { KeyObject } from "node:crypto";
import type { RunContext } from "./command.ts";

/** The key of a person, made where there is none yet; one that was made goes again with what it was made for. */
export function personKey(
  { recordKeys, books }: Pick<RunContext, "recordKeys" | "books">,
  caseId: string,
  personId: string,
): KeyObject {
  // Also one that a crash left behind: nothing was sealed under it.
  const known = recordKeys.open(caseId, personId);
  if (known !== null) return known;
  const made = recordKeys.make(caseId, personId);
  books.onRollback(() => recordKeys.destroy(personId));
  return made;
}
