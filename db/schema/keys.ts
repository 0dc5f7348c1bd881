import { index, instant, integer, oneOf, table, text } from "../columns.ts";
import { humans } from "./access.ts";

export const keyChanges = ["rotated", "under_passphrase", "under_key", "custodians_set"] as const;
export const keyPermitStatuses = ["waiting", "approved", "refused", "used"] as const;

/**
 * That the keys of the installation be changed, once and in one way: asked for by one administrator, decided by another, of flesh
 * and blood of their own, and used at the machine within a day (trigger).
 */
export const keyPermits = table(
  "key_permits",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    what: oneOf("what", keyChanges).notNull(),
    status: oneOf("status", keyPermitStatuses).notNull(),
    askedAt: instant("asked_at").notNull(),
    askedByHumanId: text("asked_by_human_id")
      .notNull()
      .references(() => humans.id),
    decidedAt: instant("decided_at"),
    decidedByHumanId: text("decided_by_human_id").references(() => humans.id),
    usableUntil: instant("usable_until"),
    usedAt: instant("used_at"),
  },
  (t) => [index("key_permits_status_idx").on(t.status, t.askedAt, t.id)],
);
