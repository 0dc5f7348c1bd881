/**
 * The people behind the codes of the log. The log itself holds one random code per person and case, so that nothing
 * links two cases; only the auditor, and the colleagues of a case for its own records, get names instead.
 */
import { eq, inArray } from "drizzle-orm";
import { accounts, humans } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { accountBehind } from "#lib/core/caller-code.ts";
import type { Keys } from "#lib/platform/keys.ts";

export interface PersonBehind {
  accountId: string;
  humanId: string;
  name: string;
  displayName: string;
}

/** Who stands behind each code; a code of nobody who has an account (the first run) is left out. */
export async function peopleBehind(
  read: Reader,
  keys: Keys,
  codes: readonly string[],
): Promise<Map<string, PersonBehind>> {
  const accountOf = new Map<string, string>();
  for (const code of new Set(codes)) {
    const accountId = await accountBehind(read, keys, code);
    if (accountId) accountOf.set(code, accountId);
  }
  const ids = [...new Set(accountOf.values())];
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({
      accountId: accounts.id,
      humanId: accounts.humanId,
      name: accounts.name,
      displayName: humans.displayName,
    })
    .from(accounts)
    .innerJoin(humans, eq(humans.id, accounts.humanId))
    .where(inArray(accounts.id, ids));
  const known = new Map(rows.map((row) => [row.accountId, row]));
  return new Map(
    [...accountOf].flatMap(([code, id]) => {
      const person = known.get(id);
      return person ? [[code, person] as const] : [];
    }),
  );
}
