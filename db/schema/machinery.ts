import { bigint, index, instant, integer, json, oneOf, table, text, uniqueIndex } from "../columns.ts";

/** One row: the end of the chain. Its update is the lock that orders the log. */
export const auditHead = table("audit_head", {
  id: integer("id").primaryKey(),
  log: text("log").notNull(),
  seq: bigint("seq").notNull(),
  leaf: text("leaf").notNull(),
  at: instant("at").notNull(),
});

/** Append-only (triggers). `body` is the RFC 8785 text that was hashed; the other columns repeat parts of it for look-up. */
export const auditEvents = table(
  "audit_events",
  {
    seq: bigint("seq").primaryKey(),
    leaf: text("leaf").notNull(),
    body: text("body").notNull(),
    caseId: text("case_id"),
    act: text("act").notNull(),
    actor: text("actor").notNull(),
    objectId: text("object_id"),
    decision: oneOf("decision", ["allow", "deny"]).notNull(),
    requestId: text("request_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    index("audit_events_object_idx").on(t.objectId, t.seq),
    index("audit_events_case_idx").on(t.caseId, t.seq),
    index("audit_events_request_idx").on(t.requestId),
    index("audit_events_actor_idx").on(t.actor, t.seq),
    index("audit_events_act_idx").on(t.act, t.seq, t.decision),
    index("audit_events_decision_idx").on(t.decision, t.seq),
  ],
);

/** Append-only ciphertexts; the event holds the hash of each. */
export const auditDetails = table("audit_details", {
  seq: bigint("seq")
    .primaryKey()
    .references(() => auditEvents.seq),
  keyId: text("key_id").notNull(),
  ciphertext: text("ciphertext").notNull(),
});

/** Bookkeeping: keys of details; destroying one makes its details unreadable and keeps the chain valid. */
export const dataKeys = table("data_keys", {
  id: text("id").primaryKey(),
  wrapped: text("wrapped").notNull(),
  /** The case whose key wraps it, or "organisation"; null where it is the master key, as it was at first. */
  compartment: text("compartment"),
  createdAt: instant("created_at").notNull(),
});

/** Bookkeeping: the random code of a person in one case's log; the link to the account is sealed. */
export const callerCodes = table(
  "caller_codes",
  {
    code: text("code").primaryKey(),
    lookup: text("lookup").notNull(),
    sealedAccount: text("sealed_account").notNull(),
  },
  (t) => [uniqueIndex("caller_codes_lookup_key").on(t.lookup)],
);

/** Bookkeeping: not-found answers of one person are counted into one event a minute. */
export const notFoundTallies = table("not_found_tallies", {
  accountId: text("account_id").primaryKey(),
  startedAt: instant("started_at").notNull(),
  count: integer("count").notNull(),
});

/** Bookkeeping: the first answer to a request, given again to a double submit. */
export const receipts = table("receipts", {
  id: text("id").primaryKey(),
  inputHash: text("input_hash").notNull(),
  result: json<unknown>("result").notNull(),
  at: instant("at").notNull(),
});

/** Bookkeeping: what a person has typed and not yet saved; only its owner ever reads it. */
export const drafts = table(
  "drafts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    body: json<unknown>("body").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [uniqueIndex("drafts_owner_key").on(t.accountId, t.key)],
);

/** Bookkeeping: how a person likes a list to look: which columns, in what order, how wide. Keys and numbers only. */
export const preferences = table(
  "preferences",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    key: text("key").notNull(),
    body: json<unknown>("body").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [uniqueIndex("preferences_owner_key").on(t.accountId, t.key)],
);

/** Bookkeeping: work done in the background as the person who asked for it. */
export const jobs = table(
  "jobs",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    accountId: text("account_id").notNull(),
    subjectId: text("subject_id").notNull(),
    status: oneOf("status", ["queued", "running", "done", "failed"]).notNull(),
    progress: integer("progress").notNull(),
    attempts: integer("attempts").notNull(),
    queuedAt: instant("queued_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    problem: text("problem"),
  },
  (t) => [index("jobs_status_idx").on(t.status, t.queuedAt)],
);
