/** Plans for safe contact, sealed as they are on record. */
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { contactPlans } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";

/** The plan that counts, if there is one. */
export async function planOf({ read }: Pick<LoadContext, "read">, witnessId: string) {
  const [newest] = await read
    .select()
    .from(contactPlans)
    .where(eq(contactPlans.witnessId, witnessId))
    .orderBy(desc(contactPlans.number))
    .limit(1);
  return newest ?? null;
}

/** Of some people, those of whom a plan is on record that was not destroyed. */
export async function havingPlan(
  { read }: Pick<LoadContext, "read">,
  witnessIds: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .selectDistinct({ witnessId: contactPlans.witnessId })
      .from(contactPlans)
      .where(and(inArray(contactPlans.witnessId, some), ne(contactPlans.sealed, ""))),
  );
  return new Set(rows.map(({ witnessId }) => witnessId));
}
