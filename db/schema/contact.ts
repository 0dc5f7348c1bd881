import { boolean, index, instant, integer, oneOf, table, text, unique } from "../columns.ts";
import { cases } from "./cases.ts";
import { recipients } from "./recipients.ts";
import { witnesses } from "./sources.ts";

/** How somebody was reached for a talk; a closed list, so that no number and no place is written into it. */
export const waysReached = ["in_person", "telephone", "message", "through_somebody"] as const;

/**
 * Talks with a person about one recipient, before something goes there, and whether they then agreed. Rows are added and never
 * changed: the last talk counts.
 */
export const contactTalks = table(
  "contact_talks",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    recipientId: text("recipient_id")
      .notNull()
      .references(() => recipients.id),
    /** The beginning of its day, in UTC. */
    talkedAt: instant("talked_at").notNull(),
    consents: boolean("consents").notNull(),
    howReached: oneOf("how_reached", waysReached).notNull(),
    note: text("note"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [index("contact_talks_witness_idx").on(t.witnessId, t.talkedAt)],
);

/** Whether and how a person wants to be contacted again. */
export const contactModes = ["open", "only_window", "only_through", "never"] as const;

/** What a person says about being contacted again: rows are added and never changed, the newest counts. */
export const contactRules = table(
  "contact_rules",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    /** Its place among those of the person, from 1 on. */
    number: integer("number").notNull(),
    mode: oneOf("mode", contactModes).notNull(),
    /** Through whom, in words that hold no name and no number. */
    through: text("through"),
    /** Calendar days in UTC, `YYYY-MM-DD`, both included. */
    windowFrom: text("window_from"),
    windowUntil: text("window_until"),
    reason: text("reason").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [unique("contact_rules_number_key").on(t.witnessId, t.number)],
);

/** What a permit lets past: a person's word about contact, or that nobody is interviewed again. */
export const permitKinds = ["contact", "interview"] as const;

/** A protection officer's permit for one act with a person, within some days. Of a row nothing changes but that it is used, once. */
export const contactPermits = table(
  "contact_permits",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    kind: oneOf("kind", permitKinds).notNull(),
    reason: text("reason").notNull(),
    givenAt: instant("given_at").notNull(),
    givenBy: text("given_by").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    usedBy: text("used_by"),
  },
  (t) => [index("contact_permits_witness_idx").on(t.witnessId, t.kind, t.expiresAt)],
);

/**
 * How a person is contacted safely, sealed under the key of that person for its own row: the words stand in no column. Rows are
 * added and never changed, the newest counts; where the identity of the person was destroyed, all are empty.
 */
export const contactPlans = table(
  "contact_plans",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    /** Its place among those of the person, from 1 on. */
    number: integer("number").notNull(),
    sealed: text("sealed").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [unique("contact_plans_number_key").on(t.witnessId, t.number)],
);
