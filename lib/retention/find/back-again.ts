/** What was destroyed once and is there again, because a backup from before was brought back. */
import { and, eq, inArray, isNull } from "drizzle-orm";
import { deletions, identities, testimonies, victims, witnesses } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";

/**
 * Codes of the accounts that are there again, and of the people whose identities are.
 * @param destroyed ids of accounts and identities that were destroyed (lib/platform/tombstones.ts)
 */
export async function backAgain(read: Reader, destroyed: readonly string[]) {
  const accounts = await inPieces(destroyed, (some) =>
    read
      .select({ code: testimonies.code })
      .from(testimonies)
      .leftJoin(deletions, and(eq(deletions.testimonyId, testimonies.id), eq(deletions.status, "approved")))
      .where(and(inArray(testimonies.id, some), isNull(deletions.id))),
  );
  const people = await inPieces(destroyed, (some) =>
    read
      .select({ witness: witnesses.code, victim: victims.code })
      .from(identities)
      .leftJoin(witnesses, eq(witnesses.id, identities.witnessId))
      .leftJoin(victims, eq(victims.id, identities.victimId))
      .where(and(inArray(identities.id, some), isNull(identities.shreddedAt))),
  );
  return {
    accounts: accounts.map(({ code }) => code),
    people: people.flatMap(({ witness, victim }) => witness ?? victim ?? []),
  };
}
