import type { LoadContext } from "#lib/core/command.ts";
import { NotFound } from "#lib/core/refusals.ts";

/**
 * What is printed or fetched leaves the house with whoever does it. Who reads a case in an emergency takes nothing along.
 * @throws NotFound as for what is not there: the page shows no way to it
 */
export function mustTakeAlong({ scope }: Pick<LoadContext, "scope">, caseId: string): void {
  if (scope.roleFor("testimony.copy", caseId) === null) throw new NotFound();
}
