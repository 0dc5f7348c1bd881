import { z } from "zod";
import type { commentVisibilities } from "#db/schema/teamwork.ts";
import { AccountId } from "#lib/accounts/vocabulary.ts";
import { idOf, Note } from "#lib/core/fields.ts";

export const CommentId = idOf("comment");

/** Who sees a comment: everybody who may read the record, or its author alone. */
export const VISIBILITIES = ["team", "own"] as const satisfies typeof commentVisibilities;

/** Colleagues that one comment can call. */
export const MENTIONS_MAX = 20;

/** What is said, and who is called by it. */
export const CommentFields = z.strictObject({
  body: Note,
  mentions: z.array(AccountId).max(MENTIONS_MAX),
});
