import type { Specimens } from "../specimen.ts";
import { accountSpecimens } from "./accounts.ts";
import { actorSpecimens } from "./actors.ts";
import { appealSpecimens } from "./appeals.ts";
import { assignmentSpecimens } from "./assignments.ts";
import { analysisSpecimens } from "./analysis.ts";
import { auditSpecimens } from "./audit.ts";
import { breachSpecimens } from "./breach.ts";
import { caseSpecimens } from "./cases.ts";
import { commentSpecimens } from "./comments.ts";
import { compartmentSpecimens } from "./compartments.ts";
import { emergencySpecimens } from "./emergencies.ts";
import { contradictionSpecimens } from "./contradictions.ts";
import { corroborationSpecimens } from "./corroboration.ts";
import { evidenceSpecimens } from "./evidence.ts";
import { exportSpecimens } from "./exports.ts";
import { factorSpecimens } from "./factors.ts";
import { figureSpecimens } from "./figures.ts";
import { findingSpecimens } from "./findings.ts";
import { guideSpecimens } from "./guide.ts";
import { identitySpecimens } from "./identities.ts";
import { importSpecimens } from "./imports.ts";
import { incidentSpecimens } from "./incidents.ts";
import { invitationSpecimens } from "./invitations.ts";
import { leavingSpecimens } from "./leaving.ts";
import { linkSpecimens } from "./links.ts";
import { mediaSpecimens } from "./media.ts";
import { noticeSpecimens } from "./notices.ts";
import { placeSpecimens } from "./places.ts";
import { proceedingSpecimens } from "./proceedings.ts";
import { consentSpecimens } from "./consent.ts";
import { retentionSpecimens } from "./retention.ts";
import { riskSpecimens } from "./risk.ts";
import { thirdPersonSpecimens } from "./third-persons.ts";
import { keySpecimens } from "./keys.ts";
import { contactSpecimens } from "./contact.ts";
import { referralSpecimens } from "./referrals.ts";
import { vaultSpecimens } from "./vault.ts";
import { recipientSpecimens } from "./recipients.ts";
import { roleSpecimens } from "./roles.ts";
import { searchSpecimens } from "./search.ts";
import { sourceSpecimens } from "./sources.ts";
import { tagSpecimens } from "./tags.ts";
import { testimonySpecimens } from "./testimonies.ts";
import { victimListSpecimens } from "./victim-lists.ts";
import { victimSpecimens } from "./victims.ts";
import { viewSpecimens } from "./views.ts";
import { witnessSpecimens } from "./witnesses.ts";

const all: Specimens[] = [
  accountSpecimens,
  actorSpecimens,
  appealSpecimens,
  assignmentSpecimens,
  analysisSpecimens,
  auditSpecimens,
  breachSpecimens,
  caseSpecimens,
  commentSpecimens,
  compartmentSpecimens,
  emergencySpecimens,
  contradictionSpecimens,
  corroborationSpecimens,
  evidenceSpecimens,
  exportSpecimens,
  factorSpecimens,
  figureSpecimens,
  findingSpecimens,
  guideSpecimens,
  identitySpecimens,
  importSpecimens,
  incidentSpecimens,
  invitationSpecimens,
  leavingSpecimens,
  linkSpecimens,
  mediaSpecimens,
  noticeSpecimens,
  placeSpecimens,
  proceedingSpecimens,
  consentSpecimens,
  retentionSpecimens,
  riskSpecimens,
  thirdPersonSpecimens,
  keySpecimens,
  contactSpecimens,
  referralSpecimens,
  vaultSpecimens,
  recipientSpecimens,
  roleSpecimens,
  searchSpecimens,
  sourceSpecimens,
  tagSpecimens,
  testimonySpecimens,
  victimListSpecimens,
  victimSpecimens,
  viewSpecimens,
  witnessSpecimens,
];

export const commandSpecimens = all.flatMap((one) => one.commands);
export const querySpecimens = all.flatMap((one) => one.queries);
