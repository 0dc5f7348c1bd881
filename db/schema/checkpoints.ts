import { bigint, index, instant, oneOf, table, text, uniqueIndex } from "../columns.ts";

/**
 * Append-only, part of the log: hashes of whole subtrees of its Merkle tree, written with the entry that ends them. A leaf stands
 * with its entry. `id` is 64 × the number of that entry + the level, so that all that is read of a proof is found by key.
 */
export const auditSubtrees = table("audit_subtrees", {
  id: bigint("id").primaryKey(),
  hash: text("hash").notNull(),
});

/** Append-only: the public keys that signed checkpoints of this log, and how each took the place of the one before. */
export const logKeys = table(
  "log_keys",
  {
    id: text("id").primaryKey(),
    origin: text("origin").notNull(),
    vkey: text("vkey").notNull(),
    /** Size of the log from which on it signs. */
    size: bigint("size").notNull(),
    /** The note of the change, signed by both; null for the first of its origin. */
    change: text("change"),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("log_keys_vkey_key").on(t.vkey)],
);

/** Bookkeeping: the private halves, sealed under the master key; that of a key that was exchanged is taken away. */
export const logSecrets = table("log_secrets", {
  /** The id of the public key in its verifier line, or `witness`. */
  id: text("id").primaryKey(),
  sealed: text("sealed").notNull(),
});

/** Append-only: what was signed of the log, at a size. */
export const auditCheckpoints = table("audit_checkpoints", {
  size: bigint("size").primaryKey(),
  origin: text("origin").notNull(),
  root: text("root").notNull(),
  note: text("note").notNull(),
  at: instant("at").notNull(),
});

export const anchorKinds = ["folder", "timestamp", "witness", "print"] as const;

/** Append-only: that a checkpoint is out of reach of whoever runs this machine, where, and what proves it. */
export const auditAnchors = table(
  "audit_anchors",
  {
    id: text("id").primaryKey(),
    kind: oneOf("kind", anchorKinds).notNull(),
    place: text("place").notNull(),
    origin: text("origin").notNull(),
    size: bigint("size").notNull(),
    root: text("root").notNull(),
    /** The countersigned note, or the token in base64; null for a file and a sheet of paper. */
    evidence: text("evidence"),
    at: instant("at").notNull(),
    /** By how much the clock of the place and ours certainly differed then, in ms; 0 for what has no clock. */
    apartMs: bigint("apart_ms").notNull().default(0),
  },
  (t) => [index("audit_anchors_place_idx").on(t.kind, t.place, t.size)],
);

/** Places of anchors, the signer of checkpoints, and the nightly check of the log. */
export const anchorFaultKinds = ["folder", "timestamp", "witness", "signer", "check"] as const;

/** Bookkeeping: what last went wrong at a place, until it goes well there again. */
export const anchorFaults = table("anchor_faults", {
  /** Kind and place. */
  id: text("id").primaryKey(),
  kind: oneOf("kind", anchorFaultKinds).notNull(),
  place: text("place").notNull(),
  problem: text("problem").notNull(),
  since: instant("since").notNull(),
  at: instant("at").notNull(),
});

/** Bookkeeping: up to where this program countersigned the logs of others (C2SP tlog-witness). */
export const witnessedLogs = table("witnessed_logs", {
  origin: text("origin").primaryKey(),
  size: bigint("size").notNull(),
  root: text("root").notNull(),
  note: text("note").notNull(),
  at: instant("at").notNull(),
});
