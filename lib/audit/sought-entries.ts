/** By what an auditor narrows the log down: the same for the list and for what is taken away of it. */
import { and, inArray, type SQL } from "drizzle-orm";
import { z } from "zod";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { callerCodesOf } from "#lib/core/caller-code.ts";
import { idOf, Millis } from "#lib/core/fields.ts";
import { isId } from "#lib/core/id-forms.ts";
import { given } from "#lib/core/where.ts";
import type { Keys } from "#lib/platform/keys.ts";
import { Act, decisions } from "./vocabulary.ts";
import { within } from "./when.ts";

const ACTS_MAX = 60;

/** The fields of a question. */
export const soughtFields = {
  caseId: idOf("case").optional(),
  /** One act, or any of several. */
  act: z.union([Act, z.array(Act).min(1).max(ACTS_MAX)]).optional(),
  /** Code of a person in a case, as in the log. */
  actor: idOf("callerCode").optional(),
  /** A person: under all codes that are theirs, in every case. */
  accountId: idOf("account").optional(),
  /** All entries of one act. */
  requestId: idOf("request").optional(),
  decision: z.enum(decisions).optional(),
  objectId: z.string().refine(isId, "bad_reference").optional(),
  /** Milliseconds since 1970; `to` itself is not included. */
  from: Millis.optional(),
  to: Millis.optional(),
};
const Sought = z.strictObject(soughtFields);

/** The condition on entries that a question means. */
export async function whereSought(
  read: Reader,
  keys: Keys,
  { accountId, requestId, caseId, act, actor, decision, objectId, from, to }: z.output<typeof Sought>,
): Promise<SQL | undefined> {
  return and(
    given(auditEvents.caseId, caseId),
    act === undefined ? undefined : inArray(auditEvents.act, [act].flat()),
    given(auditEvents.actor, actor),
    given(auditEvents.decision, decision),
    given(auditEvents.objectId, objectId),
    given(auditEvents.requestId, requestId),
    accountId === undefined
      ? undefined
      : inArray(auditEvents.actor, await callerCodesOf(read, keys, accountId)),
    await within(read, from, to),
  );
}
