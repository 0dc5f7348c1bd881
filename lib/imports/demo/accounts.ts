/** The people of the demo: invented, one a role. Their passwords are public, so a demo never holds anything real. */
import type { CaseRole, GlobalRole } from "#lib/access/permissions.ts";

export interface DemoAccount {
  /** Key in the training case's script, where the person acts in it. */
  key: string;
  name: string;
  displayName: string;
  global?: GlobalRole;
  /** Role in the training case. */
  training?: CaseRole;
  /** Role in the coastal-2025 record. */
  coastal?: CaseRole;
}

export const DEMO_PASSWORD = "open the demo casebook";
/** The secret behind the one-time codes of every account of the demo, base32: as public as the password. */
export const DEMO_SECRET = "ATTESTDEMOATTESTDEMOATTESTDEMOAT";

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { key: "administrator", name: "admin", displayName: "Demo administrator", global: "administrator" },
  { key: "auditor", name: "auditor", displayName: "Demo auditor", global: "auditor" },
  {
    key: "investigator1",
    name: "investigator",
    displayName: "Demo investigator one",
    training: "investigator",
    coastal: "investigator",
  },
  {
    key: "investigator2",
    name: "investigator2",
    displayName: "Demo investigator two",
    training: "investigator",
  },
  {
    key: "reviewer1",
    name: "reviewer",
    displayName: "Demo reviewer one",
    training: "reviewer",
    coastal: "reviewer",
  },
  { key: "reviewer2", name: "reviewer2", displayName: "Demo reviewer two", training: "reviewer" },
  {
    key: "senior_reviewer",
    name: "senior",
    displayName: "Demo senior reviewer",
    training: "senior_reviewer",
    coastal: "senior_reviewer",
  },
  {
    key: "legal_officer1",
    name: "legal",
    displayName: "Demo legal officer one",
    training: "legal_officer",
    coastal: "legal_officer",
  },
  { key: "legal_officer2", name: "legal2", displayName: "Demo legal officer two", training: "legal_officer" },
  {
    key: "protection_officer",
    name: "protection",
    displayName: "Demo protection officer",
    training: "protection_officer",
  },
  { key: "on_call", name: "oncall", displayName: "Demo officer on call", training: "on_call" },
];

/** The two cases of the demo: one of public reports, one invented from end to end. */
export const DEMO_CASES = {
  coastal: {
    title: "Coastal Syria, 2025 — public record",
    titleAr: "الساحل السوري 2025: سجلّ من المصادر المنشورة",
    summary:
      "What public reporting says of the violence in coastal Syria in March 2025 and after, as one encyclopedia article retells it. Every record is a reported claim and not a finding; nothing in it has been checked, and no private person is named.",
    kind: "live",
  },
  training: {
    title: "Training: Wadi Narin",
    titleAr: "تدريب: وادي نارين",
    summary:
      "An invented case for training: over one night men of a river village are alleged to have been taken from their homes to the school and killed at the canal behind it. No place, person, unit or date in it is real.",
    kind: "training",
  },
} as const;
