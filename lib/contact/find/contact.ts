/** What people said about contact, and the permits to go past it. */
import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { contactPermits, contactRules } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import type { ContactMode } from "../words.ts";
import { UNSAID } from "../rules/contact.ts";

type Context = Pick<LoadContext, "read">;

/** What a person said last; open where they said nothing. */
export async function contactOf({ read }: Context, witnessId: string) {
  const [newest] = await read
    .select()
    .from(contactRules)
    .where(eq(contactRules.witnessId, witnessId))
    .orderBy(desc(contactRules.number))
    .limit(1);
  return newest ?? { ...UNSAID, number: 0 };
}

/** What some people said last; whoever said nothing is in none of it. */
export async function contactsOf(
  { read }: Context,
  witnessIds: Iterable<string>,
): Promise<Map<string, typeof contactRules.$inferSelect>> {
  const rows = await inPieces(witnessIds, (some) =>
    read
      .select()
      .from(contactRules)
      .where(inArray(contactRules.witnessId, some))
      .orderBy(asc(contactRules.witnessId), asc(contactRules.number)),
  );
  // Of one person the last of them, which takes the place of those before.
  return new Map(rows.map((row) => [row.witnessId, row]));
}

/** The mode that counts, as a column of a list. @param witness the id column of the list */
export function contactModeOf({ read }: Context, witness: AnyPgColumn) {
  const newest = read
    .select({ mode: contactRules.mode })
    .from(contactRules)
    .where(eq(contactRules.witnessId, witness))
    .orderBy(desc(contactRules.number))
    .limit(1);
  return sql<ContactMode>`coalesce((${newest}), 'open')`;
}

/** A permit that can still be used, the one that ends first; or none. */
export async function usablePermit(
  { read, now }: Context & Pick<LoadContext, "now">,
  witnessId: string,
  kind: (typeof contactPermits.$inferSelect)["kind"],
) {
  const [found] = await read
    .select()
    .from(contactPermits)
    .where(
      and(
        eq(contactPermits.witnessId, witnessId),
        eq(contactPermits.kind, kind),
        gt(contactPermits.expiresAt, now),
        isNull(contactPermits.usedAt),
      ),
    )
    .orderBy(asc(contactPermits.expiresAt), asc(contactPermits.id))
    .limit(1);
  return found;
}
