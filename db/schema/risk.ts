import { boolean, index, instant, integer, json, table, text, unique } from "../columns.ts";
import { cases } from "./cases.ts";
import { testimonies } from "./testimonies.ts";
import { witnesses } from "./sources.ts";

/** Something that makes a risk smaller, and whether it has been done. */
export interface Mitigation {
  text: string;
  done: boolean;
}

const commonColumns = () => ({
  id: text("id").primaryKey(),
  version: integer("version").notNull(),
  caseId: text("case_id")
    .notNull()
    .references(() => cases.id),
});

/** What threatens a person if it becomes known what they told: one row an assessment, never changed; the newest counts, for 90 days at most. */
export const riskAssessments = table(
  "risk_assessments",
  {
    ...commonColumns(),
    witnessId: text("witness_id")
      .notNull()
      .references(() => witnesses.id),
    /** Its place among the person's assessments, from 1 on. */
    number: integer("number").notNull(),
    assessedAt: instant("assessed_at").notNull(),
    validUntil: instant("valid_until").notNull(),
    /** 1 to 5 each; the level follows from both. */
    likelihood: integer("likelihood").notNull(),
    impact: integer("impact").notNull(),
    threats: json<string[]>("threats").notNull(),
    triggers: json<string[]>("triggers").notNull(),
    mitigations: json<Mitigation[]>("mitigations").notNull(),
    note: text("note"),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [
    unique("risk_assessments_number_key").on(t.witnessId, t.number),
    index("risk_assessments_case_idx").on(t.caseId, t.witnessId, t.number),
  ],
);

/** Something that happened and makes what was assessed and agreed before it uncertain: to one person, or to everybody in a case. */
export const riskEvents = table(
  "risk_events",
  {
    ...commonColumns(),
    /** Null is everybody in the case. */
    witnessId: text("witness_id").references(() => witnesses.id),
    kind: text("kind").notNull(),
    /** A calendar day. */
    happenedOn: text("happened_on").notNull(),
    note: text("note"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [index("risk_events_case_idx").on(t.caseId, t.witnessId, t.recordedAt)],
);

/** Somebody in an account who did not give it: how they belong to it, what is to become of them, and the words that show them. */
export interface ThirdPerson {
  /** Their place in the reading. */
  key: string;
  relation: string;
  decision: string;
  words: string[];
  /** When and how they agreed. */
  said: string | null;
}

/** Who else is in an account, as somebody found on reading one version of it: one row a reading, never changed; the newest counts. */
export const personIndexes = table(
  "person_indexes",
  {
    ...commonColumns(),
    testimonyId: text("testimony_id")
      .notNull()
      .references(() => testimonies.id),
    /** Its place among the readings of the account, from 1 on. */
    number: integer("number").notNull(),
    /** Number of the version that was read. */
    testimonyNumber: integer("testimony_number").notNull(),
    persons: json<ThirdPerson[]>("persons").notNull(),
    /** Whoever read it says that nobody else is in it. */
    isWhole: boolean("is_whole").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (t) => [
    unique("person_indexes_number_key").on(t.testimonyId, t.number),
    index("person_indexes_case_idx").on(t.caseId, t.testimonyId, t.number),
  ],
);
