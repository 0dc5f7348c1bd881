import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  instant,
  integer,
  oneOf,
  table,
  text,
  unique,
} from "../columns.ts";
import { humans } from "./access.ts";
import { cases } from "./cases.ts";
import { victims } from "./incidents.ts";
import { witnesses } from "./sources.ts";

const commonColumns = () => ({
  id: text("id").primaryKey(),
  version: integer("version").notNull(),
  caseId: text("case_id")
    .notNull()
    .references(() => cases.id),
  /** The witness or the victim. */
  personId: text("person_id").notNull(),
});
const identityId = () =>
  text("identity_id")
    .notNull()
    .references(() => identities.id);
const human = (name: string) => text(name).references(() => humans.id);

/**
 * Who somebody behind a code is: sealed under the key of that person, each column for its own row, column and version. A column
 * with nothing in it is null. Shredded, the row stays without a word.
 */
export const identities = table(
  "identities",
  {
    ...commonColumns(),
    witnessId: text("witness_id"),
    victimId: text("victim_id"),
    names: text("names"),
    contacts: text("contacts"),
    relatives: text("relatives"),
    papers: text("papers"),
    /** Notes on face and voice. */
    likeness: text("likeness"),
    /** The name of the key file. */
    keyId: text("key_id").notNull(),
    /** Opening it takes a second person; once said, it stays. */
    demandsSecond: boolean("demands_second").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by").notNull(),
    shreddedAt: instant("shredded_at"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.witnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    foreignKey({ columns: [t.caseId, t.victimId], foreignColumns: [victims.caseId, victims.id] }),
    check("identities_one_person", sql`(${t.witnessId} is null) <> (${t.victimId} is null)`),
    check("identities_person", sql`${t.personId} = coalesce(${t.witnessId}, ${t.victimId})`),
    unique("identities_person_key").on(t.personId),
    index("identities_case_idx").on(t.caseId, t.recordedAt, t.id),
  ],
);

export const markKinds = ["name", "alias", "phone", "email", "paper"] as const;

/** Keyed hashes of what somebody is found by. One that no longer holds becomes null. */
export const identityMarks = table(
  "identity_marks",
  {
    ...commonColumns(),
    identityId: identityId(),
    kind: oneOf("kind", markKinds).notNull(),
    mark: text("mark"),
  },
  (t) => [
    index("identity_marks_mark_idx").on(t.mark, t.kind),
    index("identity_marks_identity_idx").on(t.identityId),
  ],
);

export const revealReasons = [
  "contact",
  "danger",
  "court",
  "correct_record",
  "same_person",
  "withdrawal",
  "other",
] as const;
export const revealStatuses = ["waiting", "approved", "refused", "opened"] as const;

/**
 * That somebody opens an identity, or asks a second person to let them: for one account, one session and two minutes. What was
 * opened is in no row.
 */
export const reveals = table(
  "reveals",
  {
    ...commonColumns(),
    identityId: identityId(),
    status: oneOf("status", revealStatuses).notNull(),
    reason: oneOf("reason", revealReasons).notNull(),
    /** The reason in words, under the person's key; only of what waits for a second person. */
    why: text("why"),
    askedAt: instant("asked_at").notNull(),
    askedByHumanId: human("asked_by_human_id").notNull(),
    askedBy: text("asked_by").notNull(),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
    usableUntil: instant("usable_until"),
    openedAt: instant("opened_at"),
    shownUntil: instant("shown_until"),
    /** A keyed hash of the session to which it is shown. */
    sessionMark: text("session_mark"),
  },
  (t) => [
    index("reveals_identity_idx").on(t.identityId, t.askedAt, t.id),
    index("reveals_case_idx").on(t.caseId, t.status, t.askedAt, t.id),
  ],
);

export const shredGrounds = ["asked", "due", "unlawful", "mistake"] as const;
export const shredStatuses = ["waiting", "approved", "refused"] as const;

/** That an identity be destroyed: asked for by one human and decided by another (trigger). */
export const identityShreds = table(
  "identity_shreds",
  {
    ...commonColumns(),
    identityId: identityId(),
    /** The identity while the request waits or was approved, its own id once refused: one at a time. */
    liveKey: text("live_key").notNull(),
    ground: oneOf("ground", shredGrounds).notNull(),
    status: oneOf("status", shredStatuses).notNull(),
    requestedAt: instant("requested_at").notNull(),
    requestedByHumanId: human("requested_by_human_id").notNull(),
    decidedAt: instant("decided_at"),
    decidedByHumanId: human("decided_by_human_id"),
  },
  (t) => [
    unique("identity_shreds_live_key").on(t.liveKey),
    index("identity_shreds_case_idx").on(t.caseId, t.status, t.requestedAt, t.id),
    index("identity_shreds_identity_idx").on(t.identityId, t.status),
  ],
);

/** That every opening of an identity of a case takes a second person; once said, it stays (trigger). */
export const identityDemands = table(
  "identity_demands",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    demandedAt: instant("demanded_at").notNull(),
    demandedBy: text("demanded_by").notNull(),
  },
  (t) => [unique("identity_demands_case_key").on(t.caseId)],
);

/** That somebody stays anonymous: while it lasts no identity of theirs is kept (trigger). */
export const anonymities = table(
  "anonymities",
  {
    ...commonColumns(),
    witnessId: text("witness_id"),
    victimId: text("victim_id"),
    /** The person while it lasts, its own id once ended. */
    liveKey: text("live_key").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: text("decided_by").notNull(),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [
    foreignKey({ columns: [t.caseId, t.witnessId], foreignColumns: [witnesses.caseId, witnesses.id] }),
    foreignKey({ columns: [t.caseId, t.victimId], foreignColumns: [victims.caseId, victims.id] }),
    check("anonymities_one_person", sql`(${t.witnessId} is null) <> (${t.victimId} is null)`),
    check("anonymities_person", sql`${t.personId} = coalesce(${t.witnessId}, ${t.victimId})`),
    unique("anonymities_live_key").on(t.liveKey),
    index("anonymities_person_idx").on(t.personId),
  ],
);
