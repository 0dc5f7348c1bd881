/** The random code of a person in one case's log, so that nothing links two cases and an export shows only its own. */
import { eq, inArray, sql } from "drizzle-orm";
import { callerCodes, cases } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { newId } from "./ids.ts";

const lookupOf = (keys: Keys, accountId: string, caseId: string | null) =>
  keys.hmac("caller-code", `${accountId} ${caseId ?? "organisation"}`);

const contextOf = (code: string) => `caller-code:${code}`;

/** The code of an account in a case (or in the organisation's part of the log); made at first use. */
export async function callerCode(
  tx: Tx,
  keys: Keys,
  accountId: string,
  caseId: string | null,
): Promise<string> {
  const lookup = lookupOf(keys, accountId, caseId);
  const kept = tx.kept("caller-code", (from) =>
    from
      .select({ code: callerCodes.code })
      .from(callerCodes)
      .where(eq(callerCodes.lookup, sql.placeholder("lookup"))),
  );
  const [known] = await kept.execute({ lookup });
  if (known) return known.code;
  const code = newId("callerCode");
  const sealedAccount = keys.seal(contextOf(code), Buffer.from(accountId));
  await tx.insert(callerCodes).values({ code, lookup, sealedAccount });
  return code;
}

/** The code of an account in a case if it ever acted there, or null. Makes none: for reading. */
export async function maybeCallerCode(
  read: Reader,
  keys: Keys,
  accountId: string,
  caseId: string,
): Promise<string | null> {
  const lookup = lookupOf(keys, accountId, caseId);
  const [known] = await read
    .select({ code: callerCodes.code })
    .from(callerCodes)
    .where(eq(callerCodes.lookup, lookup));
  return known?.code ?? null;
}

/** Every code under which an account acted, in all cases and in the organisation. Only queries of the log may ask. */
export async function callerCodesOf(read: Reader, keys: Keys, accountId: string): Promise<string[]> {
  const every = await read.select({ id: cases.id }).from(cases);
  const lookups = [null, ...every.map(({ id }) => id)].map((caseId) => lookupOf(keys, accountId, caseId));
  const found = await read
    .select({ code: callerCodes.code })
    .from(callerCodes)
    .where(inArray(callerCodes.lookup, lookups));
  return found.map(({ code }) => code);
}

/** The account behind a code; null for an unknown code. Only queries of the log and of histories may ask. */
export async function accountBehind(read: Reader, keys: Keys, code: string): Promise<string | null> {
  const [row] = await read
    .select({ sealed: callerCodes.sealedAccount })
    .from(callerCodes)
    .where(eq(callerCodes.code, code));
  return row ? keys.open(contextOf(code), row.sealed).toString("utf8") : null;
}
