import { index, instant, integer, oneOf, table, text } from "../columns.ts";
import { cases } from "./cases.ts";
import { witnesses } from "./sources.ts";

/** Help that is offered. */
export const services = [
  "medical",
  "mental_health",
  "legal",
  "shelter",
  "protection",
  "livelihood",
  "other",
] as const;

/** What became of an offer. */
export const referralOutcomes = [
  "accepted",
  "declined",
  "prefer_not_to_say",
  "not_available",
  "not_needed",
] as const;

/** Whether somebody whom the person chose was with them. */
export const supportPersons = ["present", "declined", "prefer_not_to_say", "not_asked"] as const;

/** To whom a person is referred, by kind: no name and no place is written into it. */
export const referralBodies = [
  "own_team",
  "health_service",
  "legal_aid",
  "shelter_service",
  "local_organisation",
  "international_organisation",
  "other",
] as const;

/** What became of a referral that was accepted. */
export const followUps = ["waiting", "reached", "not_reached", "over"] as const;

/** Help that was offered to a person, and what became of it. Of a row nothing changes but what became of it. */
export const referrals = table(
  "referrals",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    service: oneOf("service", services).notNull(),
    outcome: oneOf("outcome", referralOutcomes).notNull(),
    supportPerson: oneOf("support_person", supportPersons).notNull(),
    referredTo: oneOf("referred_to", referralBodies),
    /** A calendar day in UTC, `YYYY-MM-DD`. */
    offeredOn: text("offered_on").notNull(),
    note: text("note"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    /** Nothing where there is nothing to follow up. */
    followUp: oneOf("follow_up", followUps),
    followUpNote: text("follow_up_note"),
    followedUpAt: instant("followed_up_at"),
    followedUpBy: text("followed_up_by"),
  },
  (t) => [index("referrals_witness_idx").on(t.witnessId, t.recordedAt)],
);
