/** What one account had before it, as the log says it. */
import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { auditEvents, caseExports, caseMembers } from "#db/schema/index.ts";
import { within } from "#lib/audit/when.ts";
import { maybeCallerCode } from "#lib/core/caller-code.ts";
import { NotFound } from "#lib/core/refusals.ts";
import type { AskContext } from "#lib/core/query.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";

/** Entries of the log that are read at a time; of all of them only ids are kept. */
const PIECE = 1_000;
const FETCHED = ["export.download", "pseudonymKey.download"];
/** Building a bag reads in the name of whoever asked for it, who sees nothing of it until they fetch it. */
const BUILT = ["export.assemble", "pseudonymKey.assemble"];

/**
 * The ids of all records that an account opened or wrote in a case since a day, and of the accounts in each bag that it fetched. Lists
 * that show codes and titles leave no trace of their rows, and are in none of it.
 * @param since the begin of the day, in ms since 1970
 * @throws NotFound where the account never belonged to the case
 */
export async function openedBy(
  { read, keys }: AskContext,
  caseId: string,
  accountId: string,
  since: number,
): Promise<Set<string>> {
  const [member] = await read
    .select({ id: caseMembers.id })
    .from(caseMembers)
    .where(and(eq(caseMembers.accountId, accountId), eq(caseMembers.caseId, caseId)))
    .limit(1);
  if (!member) throw new NotFound();
  const found = new Set<string>();
  const actor = await maybeCallerCode(read, keys, accountId, caseId);
  if (actor === null) return found;
  const fetched = new Set<string>();
  const time = await within(read, since, undefined);
  for (let last = 0; ;) {
    const events = await read
      .select({
        seq: auditEvents.seq,
        act: auditEvents.act,
        objectId: auditEvents.objectId,
        body: auditEvents.body,
        decision: auditEvents.decision,
      })
      .from(auditEvents)
      .where(and(eq(auditEvents.actor, actor), gt(auditEvents.seq, last), time))
      .orderBy(asc(auditEvents.seq))
      .limit(PIECE);
    for (const { act, objectId, body, decision } of events) {
      if (decision === "deny" || BUILT.includes(act)) continue;
      if (objectId !== null) found.add(objectId);
      if (objectId !== null && FETCHED.includes(act)) fetched.add(objectId);
      for (const id of shownIn(body)) found.add(id);
    }
    last = events.at(-1)?.seq ?? last;
    if (events.length < PIECE) break;
  }
  const bags = await inPieces(fetched, (some) =>
    read
      .select({ included: caseExports.included })
      .from(caseExports)
      .where(
        and(inArray(caseExports.id, some), eq(caseExports.caseId, caseId), isNotNull(caseExports.included)),
      ),
  );
  for (const { included } of bags) for (const id of included ?? []) found.add(id);
  return found;
}

/** The ids of the further records that an entry says were shown, each as `<id>:<version>`. */
function shownIn(body: string): string[] {
  const { shown } = JSON.parse(body) as { shown?: string[] };
  return (shown ?? []).map((one) => one.slice(0, one.lastIndexOf(":")));
}
