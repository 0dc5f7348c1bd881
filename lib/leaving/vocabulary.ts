import { z } from "zod";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { idOf } from "#lib/core/fields.ts";

/** Who goes on with somebody's work, case by case; null where nobody does, and the work waits for whoever takes it. */
export const Successors = z
  .array(z.strictObject({ caseId: idOf("case"), accountId: AccountId.nullable() }))
  .max(500);
