import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { boolean, index, instant, integer, json, table, text, unique } from "../columns.ts";
import { cases } from "./cases.ts";
import { witnesses } from "./sources.ts";

/** How consent was asked for; null is not recorded. */
export interface RecordedProcess {
  language: string | null;
  interpreterUsed: boolean | null;
  risksExplained: boolean | null;
  rightToRefuse: boolean | null;
  noPaymentOrPromise: boolean | null;
  howGiven: string | null;
  safeCopy: string | null;
  /** The record of whoever spoke for a minor. */
  guardianId: string | null;
  guardianIsSuspect: boolean | null;
  assent: boolean | null;
}

/** An answer that waits. As SQL without values, so that SQLite sees that the index of those that wait holds it. */
export const isWaiting = (waitsForSecond: AnyPgColumn): SQL => sql`${waitsForSecond}`;

/**
 * A person's ledger of answers: one row an answer to one purpose and one class of recipient. An answer is never changed; a later
 * one takes its place. Only a second person's yes is added to one that waits for it.
 */
export const ledgerAnswers = table(
  "consent_answers",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    /** Its place in the person's ledger, from 1 on. */
    number: integer("number").notNull(),
    recipientClass: text("recipient_class").notNull(),
    purpose: text("purpose").notNull(),
    /** ISO 3166-1 alpha-2, for a domestic authority; null is any. */
    country: text("country"),
    answer: text("answer").notNull(),
    form: text("form").notNull(),
    answeredAt: instant("answered_at").notNull(),
    endsAt: instant("ends_at"),
    exclusions: json<string[]>("exclusions").notNull(),
    conditions: json<Record<string, unknown>[]>("conditions").notNull(),
    refusedElements: json<string[]>("refused_elements").notNull(),
    process: json<RecordedProcess>("process").notNull(),
    note: text("note"),
    waitsForSecond: boolean("waits_for_second").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
  },
  (t) => [
    unique("consent_answers_number_key").on(t.witnessId, t.number),
    index("consent_answers_case_idx").on(t.caseId, t.witnessId, t.number),
    // The few that wait for somebody are found without looking at all answers of a case.
    index("consent_answers_waiting_idx").on(t.caseId, t.witnessId).where(isWaiting(t.waitsForSecond)),
  ],
);
