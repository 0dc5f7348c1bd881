/** The random code of a person in one case's log, so that nothing links two cases and an export shows only its own. */
import { eq, sql } from "drizzle-orm";
import { callerCodes } from "#db/schema/index.ts";
import type { Reader, Tx } from "#db/store.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { newId } from "./ids.ts";

const contextOf = (code: string) => `caller-code:${code}`;

/** The code of an account in a case (or in the organisation's part of the log); made at first use. */
export async function callerCode(
  tx: Tx,
  keys: Keys,
  accountId: string,
  caseId: string | null,
): Promise<string> {
  const lookup = keys.hmac("caller-code", `${accountId} ${caseId ?? "organisation"}`);
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
  const lookup = keys.hmac("caller-code", `${accountId} ${caseId}`);
  const [known] = await read
    .select({ code: callerCodes.code })
    .from(callerCodes)
    .where(eq(callerCodes.lookup, lookup));
  return known?.code ?? null;
}

/** The account behind a code; null for an unknown code. Only queries of the log and of histories may ask. */
export async function accountBehind(read: Reader, keys: Keys, code: string): Promise<string | null> {
  const [row] = await read
    .select({ sealed: callerCodes.sealedAccount })
    .from(callerCodes)
    .where(eq(callerCodes.code, code));
  return row ? keys.open(contextOf(code), row.sealed).toString("utf8") : null;
}
