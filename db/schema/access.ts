import {
  bigint,
  boolean,
  index,
  instant,
  integer,
  json,
  oneOf,
  table,
  text,
  uniqueIndex,
} from "../columns.ts";
import { cases } from "./cases.ts";

export const caseRoles = [
  "investigator",
  "reviewer",
  "senior_reviewer",
  "legal_officer",
  "protection_officer",
  "on_call",
  "interviewer",
] as const;
export const globalRoles = ["administrator", "auditor"] as const;

/** A person of flesh and blood. Four-eyes rules compare humans, not accounts. */
export const humans = table("humans", {
  id: text("id").primaryKey(),
  version: integer("version").notNull(),
  displayName: text("display_name").notNull(),
  createdAt: instant("created_at").notNull(),
});

/** A way to sign in; belongs to one human. */
export const accounts = table(
  "accounts",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    humanId: text("human_id")
      .notNull()
      .references(() => humans.id),
    name: text("name").notNull(),
    /** Argon2id, PHC string. */
    passwordHash: text("password_hash").notNull(),
    status: oneOf("status", ["active", "disabled"]).notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("accounts_name_key").on(t.name)],
);

export const accountRoles = table(
  "account_roles",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    role: oneOf("role", globalRoles).notNull(),
    grantedAt: instant("granted_at").notNull(),
    /** The account of the administrator who proposed it; its own where it came with the first run. */
    grantedBy: text("granted_by").notNull(),
    /** The account of the second administrator; null where it was given at the terminal or came with the first run. */
    approvedBy: text("approved_by"),
    /** Why, in the proposer's words; null where nobody said. */
    reason: text("reason"),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
    endReason: text("end_reason"),
  },
  (t) => [
    index("account_roles_account_idx").on(t.accountId),
    index("account_roles_granted_idx").on(t.grantedAt, t.id),
  ],
);

/**
 * A role in the organisation that one administrator proposes and another, of flesh and blood, approves. What was proposed
 * stays as it was, and the approval holds for that alone: role, account and the version of the account.
 */
export const roleProposals = table(
  "role_proposals",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    accountVersion: integer("account_version").notNull(),
    role: oneOf("role", globalRoles).notNull(),
    /** Why, in the proposer's words. */
    reason: text("reason").notNull(),
    proposedAt: instant("proposed_at").notNull(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => accounts.id),
    expiresAt: instant("expires_at").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnBy: text("withdrawn_by"),
  },
  (t) => [
    index("role_proposals_account_idx").on(t.accountId),
    index("role_proposals_open_idx").on(t.expiresAt, t.id),
  ],
);

/** A role in one case, from a time until an end or an expiry. */
export const caseMembers = table(
  "case_members",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    role: oneOf("role", caseRoles).notNull(),
    admittedAt: instant("admitted_at").notNull(),
    admittedBy: text("admitted_by").notNull(),
    /** Why, in the administrator's words; null where nobody said. */
    admissionReason: text("admission_reason"),
    expiresAt: instant("expires_at"),
    endedAt: instant("ended_at"),
    /** The account of the administrator who ended it; null while it stands, and where an older version did not say. */
    endedBy: text("ended_by"),
    endReason: text("end_reason"),
  },
  (t) => [
    index("case_members_account_idx").on(t.accountId, t.caseId),
    index("case_members_case_idx").on(t.caseId),
    index("case_members_admitted_idx").on(t.admittedAt, t.id),
  ],
);

/** The calendars in which a day is shown; what is recorded is Gregorian (EDTF) in every case. */
export const shownCalendars = ["gregorian", "hijri"] as const;
/** How a day is written: with the month's name, in digits, or as ISO 8601 has it. */
export const dateStyles = ["words", "digits", "iso"] as const;

/**
 * Bookkeeping: how one account wants the program to speak and to show time. It changes what is seen, never what is
 * recorded; each change is an act in the log all the same.
 */
export const accountProfiles = table("account_profiles", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id),
  /** Null: as the browser says. */
  locale: oneOf("locale", ["en", "ar"]),
  calendar: oneOf("calendar", shownCalendars).notNull(),
  /** An IANA name; null for the zone of the record. */
  timeZone: text("time_zone"),
  dateStyle: oneOf("date_style", dateStyles).notNull(),
  /** Shortcuts of one letter, which WCAG 2.1.4 wants to be switched off. */
  singleKeys: boolean("single_keys").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

/** Bookkeeping: who put the guide to the first steps away. What of it is done is no mark here: the record says it. */
export const guideClosings = table("guide_closings", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id),
  closedAt: instant("closed_at").notNull(),
});

/** What can be had beside a password. */
export const factorKinds = ["totp", "passkey"] as const;
/** What can be proven beside a password. */
export const provenFactors = [...factorKinds, "recovery"] as const;

/** Bookkeeping: one row a sign-in; the cookie alone is never enough. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    /** What was proven beside the password. Null in sessions from before there was anything: they open nothing. */
    factor: oneOf("factor", provenFactors),
  },
  (t) => [index("sessions_account_idx").on(t.accountId)],
);

/** Bookkeeping: what a person has, beside the password they know. */
export const factors = table(
  "factors",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    kind: oneOf("kind", factorKinds).notNull(),
    /** What its owner calls it; null where they gave no name. */
    label: text("label"),
    /** TOTP: the shared secret, sealed by the master key. */
    secret: text("secret"),
    /**
     * Nothing is taken twice. TOTP: the last step whose code was taken (RFC 6238 §5.2). Passkey: when the password was checked
     * before it was last taken; what it signed for that sign-in or an earlier one counts no more.
     */
    lastStep: bigint("last_step"),
    /** Passkey: its id, base64url. */
    credentialId: text("credential_id"),
    /** Passkey: its public key (COSE), base64url. */
    publicKey: text("public_key"),
    /** Passkey: how often it has signed, where it counts. */
    signCount: bigint("sign_count"),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
    retiredAt: instant("retired_at"),
  },
  (t) => [
    index("factors_account_idx").on(t.accountId),
    uniqueIndex("factors_credential_key").on(t.credentialId),
  ],
);

/** Why somebody may choose a password by a link: they are new, or two administrators agreed that they lost their way in. */
export const invitationKinds = ["invitation", "recovery"] as const;

/** Bookkeeping: links that are used once. The secret part of a link is derived, and stored nowhere. */
export const invitations = table(
  "invitations",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    kind: oneOf("kind", invitationKinds).notNull(),
    createdAt: instant("created_at").notNull(),
    /** The account of the administrator who asked for it. */
    createdBy: text("created_by").notNull(),
    /** By which it opens; a recovery waits for a second administrator. */
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    index("invitations_account_idx").on(t.accountId),
    index("invitations_open_idx").on(t.expiresAt, t.id),
  ],
);

/** Bookkeeping: which series of recovery codes counts, and which of it are used. The codes are derived, and stored nowhere. */
export const recoverySeries = table("recovery_series", {
  accountId: text("account_id")
    .primaryKey()
    .references(() => accounts.id),
  series: integer("series").notNull(),
  used: json<number[]>("used").notNull(),
  madeAt: instant("made_at").notNull(),
});

/**
 * Bookkeeping: by which account at a provider of OpenID Connect somebody signs in here in place of the password. What the
 * provider calls them is not kept, only a keyed hash of it.
 */
export const externalIdentities = table(
  "external_identities",
  {
    accountId: text("account_id")
      .primaryKey()
      .references(() => accounts.id),
    /** Of the provider and its name for the person: one identity is at most one account's. */
    identityHash: text("identity_hash").notNull(),
    /** The provider, as it names itself. */
    issuer: text("issuer").notNull(),
    tiedAt: instant("tied_at").notNull(),
  },
  (t) => [uniqueIndex("external_identities_identity_key").on(t.identityHash)],
);

/**
 * Bookkeeping: failed sign-ins per name (as a keyed hash), so unknown and known names slow down alike. What counts once, such
 * as coming back from a provider, blocks itself here.
 */
export const signInThrottles = table("sign_in_throttles", {
  nameHash: text("name_hash").primaryKey(),
  failures: integer("failures").notNull(),
  blockedUntil: instant("blocked_until").notNull(),
});
