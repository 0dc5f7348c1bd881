import { sql } from "drizzle-orm";
import { boolean, check, index, instant, integer, oneOf, table, text, uniqueIndex } from "../columns.ts";
import { accounts } from "./access.ts";
import { cases } from "./cases.ts";

/** The records that can be put into a compartment by themselves; what rests on them goes along. */
export const placedNouns = ["testimony", "witness", "victim"] as const;

const caseId = () =>
  text("case_id")
    .notNull()
    .references(() => cases.id);

/**
 * Compartments of this organisation beside the three that every one has (lib/compartments/vocabulary.ts). A compartment is one
 * bit, so that several on one record are one number.
 */
export const compartments = table(
  "compartments",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    bit: integer("bit").notNull(),
    name: text("name").notNull(),
    nameAr: text("name_ar"),
    /** Nobody is cleared for it, and nothing taken out of it, by one person alone. */
    sensitive: boolean("sensitive").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (t) => [uniqueIndex("compartments_bit_key").on(t.bit)],
);

/** That an account may see what is in one compartment of one case, on top of a role there. It counts once approved. */
export const clearances = table(
  "clearances",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    bit: integer("bit").notNull(),
    reason: text("reason").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    proposedBy: text("proposed_by").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
    /** Case, account and bit while it is live; an ended one carries its own id too. */
    liveKey: text("live_key").notNull(),
  },
  (t) => [
    uniqueIndex("clearances_live_key").on(t.liveKey),
    index("clearances_account_idx").on(t.accountId, t.caseId),
    index("clearances_case_idx").on(t.caseId, t.proposedAt, t.id),
  ],
);

/** Each time a record was put into compartments or taken out of them, and why; taking out may wait for a second person. */
export const placements = table(
  "placements",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    noun: oneOf("noun", placedNouns).notNull(),
    recordId: text("record_id").notNull(),
    /** The compartments of the record itself, before and after. */
    before: integer("before").notNull(),
    after: integer("after").notNull(),
    reason: text("reason").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    proposedBy: text("proposed_by").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    withdrawnAt: instant("withdrawn_at"),
    /** The record's id while it waits for the second person; else its own id too. */
    waitingKey: text("waiting_key").notNull(),
  },
  (t) => [
    uniqueIndex("placements_waiting_key").on(t.waitingKey),
    index("placements_record_idx").on(t.recordId, t.proposedAt, t.id),
  ],
);

/**
 * In which compartments a record is: its own, and with those of what it rests on. Only records that were ever in one have a
 * row; what has none is open to the whole case. Each query of rows that can be hidden asks it (lib/core/scope.ts).
 */
export const compartmentMarks = table(
  "compartment_marks",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: caseId(),
    recordId: text("record_id").notNull(),
    own: integer("own").notNull(),
    mask: integer("mask").notNull(),
    /** When it last came into a compartment: bags that were begun before are handed out to nobody. */
    closedAt: instant("closed_at").notNull().default(0),
  },
  (t) => [
    uniqueIndex("compartment_marks_record_key").on(t.recordId),
    index("compartment_marks_case_idx").on(t.caseId, t.closedAt, t.mask),
    check("compartment_marks_holds_own", sql`(${t.own} & ${t.mask}) = ${t.own}`),
  ],
);
