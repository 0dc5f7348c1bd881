import { recipients } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord, findReference } from "#lib/core/find-record.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import type { Purpose } from "#lib/release/vocabulary.ts";
import { whyBarred } from "./rules.ts";

type Context = Pick<LoadContext, "read" | "scope" | "now">;

/** @throws NotFound when absent or out of scope */
export const findRecipient = (ctx: Pick<Context, "read" | "scope">, recipientId: string) =>
  findRecord(ctx, recipients, recipientId);

/**
 * A recipient of a case that may be handed something for a purpose now.
 * @param field the one that is named where the purpose is none of this class
 * @throws NotFound; Invalid where nobody asks this class for this purpose; Conflict with the first rule of the gate that bars it
 */
export async function findServable(
  ctx: Context,
  caseId: string,
  recipientId: string,
  purpose: Purpose,
  field: "releasePurpose" | "recipientId" = "releasePurpose",
) {
  const recipient = await findReference(ctx, recipients, recipientId, caseId, "recipient.read");
  const [first] = whyBarred(recipient, purpose, ctx.now);
  if (first?.rule === "purpose.not_for_class") throw new Invalid([{ path: field, code: "not_of_recipient" }]);
  if (first) throw new Conflict(first.rule);
  return recipient;
}
