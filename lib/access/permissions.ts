import { caseRoles, globalRoles } from "#db/schema/access.ts";

/**
 * Who may do what: one literal table, the only place that names a role. `docs/access.md` is generated from it.
 * A role outside this table has no right at all (deny by default).
 */
export { caseRoles, globalRoles };
export type CaseRole = (typeof caseRoles)[number];
export type GlobalRole = (typeof globalRoles)[number];
/** Every live account holds this role: it carries what concerns only oneself. */
export const ownRole = "account_holder";
/** Whoever is on call for a case holds this one in place of their own while they have it open in an emergency; no longer, and to read. */
export const emergencyRole = "emergency_reader";
export type Role = CaseRole | GlobalRole | typeof ownRole | typeof emergencyRole;

/** Those who work on a case; whoever is on call works on nothing. */
const everyCaseRole = [
  "investigator",
  "reviewer",
  "senior_reviewer",
  "legal_officer",
  "protection_officer",
] as const satisfies readonly CaseRole[];
const everyReader = [...everyCaseRole, emergencyRole] as const;
const investigating = ["investigator"] as const;
const reviewing = ["reviewer", "senior_reviewer"] as const;

/** Permission → the roles that carry it. Case roles count in their case only; global roles everywhere. */
export const permissions = {
  // Making the first administrator, once, with the code printed in the terminal.
  "setup.run": [],

  // One's own sessions, drafts and desk.
  "self.act": [ownRole],

  // The register of cases (code and title) and who belongs to them; not what the cases hold.
  "register.read": ["administrator", "auditor"],
  "register.open": ["administrator"],
  "member.read": [...everyReader, "administrator"],
  "member.admit": ["administrator"],
  "account.read": ["administrator"],
  "account.manage": ["administrator"],

  // The keys of the installation: whoever changes them sits at the machine; whoever is signed in may lock them.
  "keys.keep": ["administrator"],
  "keys.lock": [ownRole],

  // What is put apart within a case, and who may see it there all the same. A sensitive clearance and every way out need
  // two people.
  "compartment.open": ["administrator"],
  "compartment.place": ["investigator", "protection_officer"],
  "compartment.lift": ["protection_officer", "senior_reviewer"],
  "clearance.propose": ["administrator"],
  "clearance.approve": ["administrator", "protection_officer"],
  "clearance.end": ["administrator", "protection_officer"],

  "case.read": everyReader,
  "case.amend": ["investigator", "legal_officer"],
  "history.read": everyReader,

  // Breaking the glass: whoever is on call opens a case for some minutes, and somebody else looks at it afterwards.
  "emergency.open": ["on_call"],
  "emergency.end": ["on_call", "protection_officer", "senior_reviewer", "administrator", "auditor"],
  "emergency.read": ["protection_officer", "senior_reviewer", "administrator", "auditor"],
  "emergency.review": ["protection_officer", "senior_reviewer", "administrator", "auditor"],

  // Who works on what: whoever writes, reviews or protects in a case shares out its work.
  "assignment.read": everyReader,
  "assignment.write": everyCaseRole,

  // Words by which a case's people group its records, and lists kept as they were filtered: they change no record.
  "tag.read": everyReader,
  "tag.write": everyCaseRole,
  "view.read": everyReader,
  "view.write": everyCaseRole,
  "view.share": ["investigator", ...reviewing, "legal_officer", "protection_officer"],

  // What colleagues say to each other about a record; no evidence, and in no export.
  "comment.read": everyReader,
  "comment.write": everyCaseRole,

  "testimony.read": everyReader,
  // Taking an account along: on paper, or the files that came with it.
  "testimony.copy": everyCaseRole,
  "testimony.write": investigating,
  // A full statement and not only a short first account: for whoever was trained for it, beside their own role (M8).
  "testimony.takeFull": ["interviewer"],
  "testimony.consent": ["investigator", "protection_officer"],
  "testimony.decide": reviewing,
  // What a person allows, for whom and how; a widening needs somebody else's yes, a narrowing and a no nobody's.
  "consent.read": everyReader,
  "consent.write": ["investigator", "protection_officer"],
  "consent.approve": ["protection_officer", "senior_reviewer"],
  // Past what a person said about contact, or past the account they gave already: one act, with a reason.
  "contact.permit": ["protection_officer"],
  // How somebody is contacted safely: for whoever contacts them. It shows nothing to who breaks the glass.
  "contact.readPlan": ["investigator", "protection_officer"],

  // What threatens a person if it becomes known what they told, and what happened since somebody looked.
  "risk.read": everyReader,
  "risk.write": ["investigator", "protection_officer"],

  // What help was offered to a person and what became of it: for whoever looks after them.
  "referral.read": ["investigator", "protection_officer"],
  "referral.write": ["investigator", "protection_officer"],
  // Who is behind a code. That there is an identity, which parts of it are filled and who looked is known to those who record it;
  // what it says is opened for a reason, and each opening is told to those who keep the vault, who also decide as second persons.
  "identity.read": ["investigator", "protection_officer", "senior_reviewer"],
  "identity.write": ["investigator", "protection_officer"],
  "identity.reveal": ["protection_officer", "senior_reviewer"],
  // Whether somebody's account was taken before: codes alone.
  "identity.seek": ["investigator", "protection_officer"],
  "vault.keep": ["protection_officer", "senior_reviewer"],

  // Who is exposed when something was lost, with the way on which each may be reached.
  "breach.read": ["protection_officer"],

  "witness.read": everyReader,
  "witness.write": ["investigator", "protection_officer"],
  "victim.read": everyReader,
  "victim.write": investigating,
  // Lists of victims as others published them. Names on them are read for a reason alone: by whoever pasted them and decides who is one
  // person, and by whoever protects; to nobody else are they more than rows without a name.
  "victimList.read": everyReader,
  "victimList.write": investigating,
  "victimList.decide": ["investigator", "protection_officer"],
  "victimList.openNames": ["investigator", "protection_officer"],
  "victimList.export": ["investigator", "legal_officer", "protection_officer"],
  "incident.read": everyReader,
  "incident.write": investigating,
  "actor.read": everyReader,
  "actor.write": investigating,
  "place.read": everyReader,
  "place.write": investigating,
  "source.read": everyReader,
  "source.write": investigating,
  "source.grade": ["investigator", ...reviewing],
  "figure.read": everyReader,
  "figure.write": investigating,
  "media.read": everyReader,
  "media.write": investigating,
  "proceeding.read": everyReader,
  "proceeding.write": ["investigator", "legal_officer"],
  "link.read": everyReader,
  "link.write": investigating,

  "statement.read": everyReader,
  "statement.write": investigating,
  "allegation.read": everyReader,
  "allegation.write": investigating,
  "evidence.read": everyReader,
  "evidence.write": investigating,
  "evidence.resolve": reviewing,
  // Whoever works with evidence says that two statements contradict each other; that they do not, or no longer, says a reviewer.
  "contradiction.read": everyReader,
  "contradiction.write": [...investigating, ...reviewing],
  "contradiction.resolve": reviewing,
  "finding.read": everyReader,
  "finding.write": investigating,
  "finding.review": reviewing,
  "finding.contest": everyCaseRole,
  // Newer rules of levels may change every finding of a case at once.
  "rules.accept": ["senior_reviewer"],
  // Against what was approved: its author alone, or whoever answers for the law and the people concerned in the case.
  "appeal.read": everyReader,
  "appeal.lodge": ["investigator", "legal_officer", "protection_officer"],
  "appeal.lodgeForOthers": ["legal_officer", "protection_officer"],
  "appeal.hear": ["senior_reviewer"],

  // Whom the case deals with, what was agreed with them and what they assure: decides what may be handed to them.
  "recipient.read": everyReader,
  "recipient.write": ["legal_officer"],

  "export.read": ["legal_officer", "protection_officer", "senior_reviewer"],
  "export.start": ["legal_officer"],
  // The names behind the codes of an export, for whom each agreed to be named before: a bag of its own, to the recipient's key.
  "pseudonymKey.start": ["legal_officer"],
  // A yes to the bytes of a bag before it is handed out: one of a lawyer, one of a protection officer, neither of whom asked for it.
  "export.approveLegal": ["legal_officer"],
  "export.approveProtection": ["protection_officer"],

  // How long accounts are kept, what must not be deleted for now, and the deletion of one, which takes two people.
  "retention.read": everyReader,
  "retention.write": ["legal_officer", "protection_officer"],
  "hold.write": ["legal_officer"],
  "deletion.request": ["legal_officer", "protection_officer"],
  "deletion.decide": ["legal_officer", "protection_officer", "senior_reviewer"],

  "import.run": investigating,

  // The log shows acts, roles and codes, never what a record says.
  "audit.read": ["auditor"],
  "audit.verify": ["auditor", "administrator"],
  // Where its checkpoints lie, and what is to be made of one that no longer fits: never by those who run the machine.
  "audit.anchor": ["auditor"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The roles that carry a permission. */
export const rolesWith = (permission: Permission): readonly Role[] => permissions[permission];

/** The case roles that carry a permission. */
export const caseRolesWith = (permission: Permission): CaseRole[] =>
  caseRoles.filter((role) => rolesWith(permission).includes(role));

/** The permission under which a permission's subject is seen: `testimony.decide` → `testimony.read`. */
export function sightOf(permission: Permission): Permission {
  const noun = permission.slice(0, permission.indexOf("."));
  const sight = `${noun}.read`;
  return sight in permissions ? (sight as Permission) : permission;
}
