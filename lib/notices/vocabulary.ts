import { z } from "zod";
import { Email, idOf } from "#lib/core/fields.ts";

export * from "./words.ts";

export const NoticeId = idOf("notice");

/** Unread notices are counted up to here; more are told as "more than". */
export const UNREAD_MAX = 99;

/** Which notices a person marks as read: some, or all that stand now. */
export const ReadInput = z.union([
  z.strictObject({ ids: z.array(NoticeId).min(1).max(100) }),
  z.strictObject({ all: z.literal(true) }),
]);

/** Where mails go; empty and null both mean nowhere. */
export const EmailAddress = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? null : value),
  Email.nullable(),
);
