import { index, instant, integer, oneOf, table, text, unique } from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { testimonies } from "./testimonies.ts";

/** How long an account is kept: for a term of the case, or without an end. */
export const retentionClasses = ["standard", "short", "long", "kept"] as const;
/** The classes that end. */
export const retentionTermClasses = ["standard", "short", "long"] as const;

const commonColumns = () => ({
  id: text("id").primaryKey(),
  version: integer("version").notNull(),
  caseId: text("case_id")
    .notNull()
    .references(() => cases.id),
});
const human = (name: string) => text(name).references(() => humans.id);

/** How many months a case keeps what is in a class; without a row, as long as the house says (lib/retention/words.ts). */
export const retentionTerms = table(
  "retention_terms",
  {
    ...commonColumns(),
    retentionClass: oneOf("retention_class", retentionTermClasses).notNull(),
    months: integer("months").notNull(),
    setAt: instant("set_at").notNull(),
    setBy: text("set_by").notNull(),
  },
  (t) => [unique("retention_terms_class_key").on(t.caseId, t.retentionClass)],
);

/** The class of an account; without a row it is kept for the standard term. */
export const retentions = table(
  "retentions",
  {
    ...commonColumns(),
    testimonyId: text("testimony_id")
      .notNull()
      .references(() => testimonies.id),
    retentionClass: oneOf("retention_class", retentionClasses).notNull(),
    reason: text("reason").notNull(),
    setAt: instant("set_at").notNull(),
    setBy: text("set_by").notNull(),
  },
  (t) => [
    unique("retentions_testimony_key").on(t.testimonyId),
    index("retentions_case_idx").on(t.caseId, t.retentionClass),
  ],
);

/** A legal hold: while it lasts nothing under it is deleted, whatever its class says. Of a row nothing changes but its one end. */
export const legalHolds = table(
  "legal_holds",
  {
    ...commonColumns(),
    /** Null for the whole case. */
    testimonyId: text("testimony_id").references(() => testimonies.id),
    reason: text("reason").notNull(),
    placedAt: instant("placed_at").notNull(),
    placedBy: text("placed_by").notNull(),
    liftedAt: instant("lifted_at"),
    liftedBy: text("lifted_by"),
    liftReason: text("lift_reason"),
  },
  (t) => [
    index("legal_holds_case_idx").on(t.caseId, t.liftedAt, t.placedAt),
    index("legal_holds_testimony_idx").on(t.testimonyId, t.liftedAt),
  ],
);

export const deletionGrounds = ["due", "asked", "unlawful", "mistake"] as const;
export const deletionStatuses = ["waiting", "approved", "refused"] as const;

/**
 * That an account be deleted: asked for by one human and decided by another (trigger). An approved row stays for ever, as what
 * shows that there was an account, who had it deleted, and why.
 */
export const deletions = table(
  "deletions",
  {
    ...commonColumns(),
    testimonyId: text("testimony_id")
      .notNull()
      .references(() => testimonies.id),
    /** The account while the request waits or was approved, its own id once refused: one at a time. */
    liveKey: text("live_key").notNull(),
    ground: oneOf("ground", deletionGrounds).notNull(),
    reason: text("reason").notNull(),
    status: oneOf("status", deletionStatuses).notNull(),
    requestedAt: instant("requested_at").notNull(),
    requestedByHumanId: human("requested_by_human_id").notNull(),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
    /** Why it was refused. */
    refusal: text("refusal"),
  },
  (t) => [
    unique("deletions_live_key").on(t.liveKey),
    index("deletions_case_idx").on(t.caseId, t.status, t.requestedAt, t.id),
    index("deletions_testimony_idx").on(t.testimonyId, t.status),
  ],
);
