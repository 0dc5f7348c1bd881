import { sql } from "drizzle-orm";
import { index, instant, integer, oneOf, table, text } from "../columns.ts";
import { accounts } from "./access.ts";
import { cases } from "./cases.ts";

/** What the second person found an emergency access to have been. */
export const emergencyVerdicts = ["justified", "unjustified"] as const;

/**
 * Each time somebody on call opened a case that is otherwise closed to them, to read in it for some minutes; and what a second
 * person found when they looked at it afterwards.
 */
export const emergencyAccesses = table(
  "emergency_accesses",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    reason: text("reason").notNull(),
    openedAt: instant("opened_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When its person ended it before it ended by itself. */
    endedAt: instant("ended_at"),
    reviewedAt: instant("reviewed_at"),
    reviewedBy: text("reviewed_by"),
    verdict: oneOf("verdict", emergencyVerdicts),
    reviewNote: text("review_note"),
  },
  (t) => [
    index("emergency_accesses_waiting_idx")
      .on(t.accountId)
      .where(sql`${t.reviewedAt} is null`),
    index("emergency_accesses_account_idx").on(t.accountId, t.openedAt, t.id),
    index("emergency_accesses_case_idx").on(t.caseId, t.openedAt, t.id),
    index("emergency_accesses_opened_idx").on(t.openedAt, t.id),
  ],
);
