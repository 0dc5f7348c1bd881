/** Every verb and every question, once. The doors, the permission matrix and the contract tests are derived from it. */
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { changePassword } from "#lib/accounts/commands/change-password.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { endRole } from "#lib/accounts/commands/end-role.ts";
import { endSession } from "#lib/accounts/commands/end-session.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { setProfile } from "#lib/accounts/commands/set-profile.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { amendActor } from "#lib/actors/commands/amend-actor.ts";
import { recordActor } from "#lib/actors/commands/record-actor.ts";
import { retractActor } from "#lib/actors/commands/retract-actor.ts";
import { countActorsBy } from "#lib/actors/queries/count-actors-by.ts";
import { listActors } from "#lib/actors/queries/list-actors.ts";
import { readActor } from "#lib/actors/queries/read-actor.ts";
import { suggestActors } from "#lib/actors/queries/suggest-actors.ts";
import { assignRecord } from "#lib/assignments/commands/assign-record.ts";
import { endAssignment } from "#lib/assignments/commands/end-assignment.ts";
import { assignmentOf } from "#lib/assignments/queries/assignment-of.ts";
import { listMyAssignments } from "#lib/assignments/queries/list-my-assignments.ts";
import { listPictures } from "#lib/analysis/queries/list-pictures.ts";
import { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { readFigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { readMap } from "#lib/analysis/queries/read-map.ts";
import { readNeighbours } from "#lib/analysis/queries/read-neighbours.ts";
import { readTimeline } from "#lib/analysis/queries/read-timeline.ts";
import { acceptLoss } from "#lib/audit/commands/accept-loss.ts";
import { notePrint } from "#lib/audit/commands/note-print.ts";
import { rotateLogKey } from "#lib/audit/commands/rotate-log-key.ts";
import { copyLog } from "#lib/audit/queries/copy-log.ts";
import { exportLog } from "#lib/audit/queries/export-log.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { readHistory } from "#lib/audit/queries/read-history.ts";
import { readPatterns } from "#lib/audit/queries/read-patterns.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { takeExcerpt } from "#lib/audit/queries/take-excerpt.ts";
import { verifyNow } from "#lib/audit/queries/verify-now.ts";
import { approveClearance } from "#lib/compartments/commands/approve-clearance.ts";
import { approveLift } from "#lib/compartments/commands/approve-lift.ts";
import { endClearance } from "#lib/compartments/commands/end-clearance.ts";
import { openCompartment } from "#lib/compartments/commands/open-compartment.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { proposeClearance } from "#lib/compartments/commands/propose-clearance.ts";
import { proposeLift } from "#lib/compartments/commands/propose-lift.ts";
import { withdrawLift } from "#lib/compartments/commands/withdraw-lift.ts";
import { endEmergency } from "#lib/emergencies/commands/end-emergency.ts";
import { openEmergency } from "#lib/emergencies/commands/open-emergency.ts";
import { reviewEmergency } from "#lib/emergencies/commands/review-emergency.ts";
import { emergencyFrame } from "#lib/emergencies/queries/emergency-frame.ts";
import { listEmergencies } from "#lib/emergencies/queries/list-emergencies.ts";
import { ownEmergencies } from "#lib/emergencies/queries/own-emergencies.ts";
import { readEmergency } from "#lib/emergencies/queries/read-emergency.ts";
import { compartmentsOfRecord } from "#lib/compartments/queries/compartments-of-record.ts";
import { explainSight } from "#lib/compartments/queries/explain-sight.ts";
import { listClearances } from "#lib/compartments/queries/list-clearances.ts";
import { listCompartments } from "#lib/compartments/queries/list-compartments.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { amendCase } from "#lib/cases/commands/amend-case.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { retractCase } from "#lib/cases/commands/retract-case.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { listRegister } from "#lib/cases/queries/list-register.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import { readOffice } from "#lib/cases/queries/read-office.ts";
import { readOverview } from "#lib/cases/queries/read-overview.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { amendComment } from "#lib/comments/commands/amend-comment.ts";
import { retractComment } from "#lib/comments/commands/retract-comment.ts";
import { writeComment } from "#lib/comments/commands/write-comment.ts";
import { listComments } from "#lib/comments/queries/list-comments.ts";
import type { Command } from "#lib/core/command.ts";
import type { Query } from "#lib/core/query.ts";
import { acceptRules } from "#lib/corroboration/commands/accept-rules.ts";
import { compareStatement } from "#lib/contradictions/commands/compare-statement.ts";
import { decideContradiction } from "#lib/contradictions/commands/decide-contradiction.ts";
import { dismissContradiction } from "#lib/contradictions/commands/dismiss-contradiction.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { resolveContradiction } from "#lib/contradictions/commands/resolve-contradiction.ts";
import { compareAccounts } from "#lib/contradictions/queries/compare-accounts.ts";
import { contradictionsOf } from "#lib/contradictions/queries/contradictions-of.ts";
import { listContradictions } from "#lib/contradictions/queries/list-contradictions.ts";
import { readContradiction } from "#lib/contradictions/queries/read-contradiction.ts";
import { amendAllegation } from "#lib/corroboration/commands/amend-allegation.ts";
import { amendDependency } from "#lib/corroboration/commands/amend-dependency.ts";
import { amendEvidence } from "#lib/corroboration/commands/amend-evidence.ts";
import { amendFinding } from "#lib/corroboration/commands/amend-finding.ts";
import { amendSourceTie } from "#lib/corroboration/commands/amend-source-tie.ts";
import { amendStatement } from "#lib/corroboration/commands/amend-statement.ts";
import { decideAppeal } from "#lib/corroboration/commands/decide-appeal.ts";
import { gradeBlind } from "#lib/corroboration/commands/grade-blind.ts";
import { lodgeAppeal } from "#lib/corroboration/commands/lodge-appeal.ts";
import { setBlindReview } from "#lib/corroboration/commands/set-blind-review.ts";
import { takeAppealSeat } from "#lib/corroboration/commands/take-appeal-seat.ts";
import { listAppeals } from "#lib/corroboration/queries/list-appeals.ts";
import { readAppeal } from "#lib/corroboration/queries/read-appeal.ts";
import { approveFinding } from "#lib/corroboration/commands/approve-finding.ts";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { draftFinding } from "#lib/corroboration/commands/draft-finding.ts";
import { recheckFinding } from "#lib/corroboration/commands/recheck-finding.ts";
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordSourceTie } from "#lib/corroboration/commands/record-source-tie.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import { resolveEvidence } from "#lib/corroboration/commands/resolve-evidence.ts";
import { resolveFinding } from "#lib/corroboration/commands/resolve-finding.ts";
import { retractAllegation } from "#lib/corroboration/commands/retract-allegation.ts";
import { retractDependency } from "#lib/corroboration/commands/retract-dependency.ts";
import { retractEvidence } from "#lib/corroboration/commands/retract-evidence.ts";
import { retractSourceTie } from "#lib/corroboration/commands/retract-source-tie.ts";
import { retractStatement } from "#lib/corroboration/commands/retract-statement.ts";
import { returnFinding } from "#lib/corroboration/commands/return-finding.ts";
import { secondFinding } from "#lib/corroboration/commands/second-finding.ts";
import { submitFinding } from "#lib/corroboration/commands/submit-finding.ts";
import { takeOverFinding } from "#lib/corroboration/commands/take-over-finding.ts";
import { takeFinding } from "#lib/corroboration/commands/take-finding.ts";
import { compareRules } from "#lib/corroboration/queries/compare-rules.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { countAllegationsBy } from "#lib/corroboration/queries/count-allegations-by.ts";
import { evidenceMatrix } from "#lib/corroboration/queries/evidence-matrix.ts";
import { listAllegations } from "#lib/corroboration/queries/list-allegations.ts";
import { listCiting } from "#lib/corroboration/queries/list-citing.ts";
import { countFindingsBy } from "#lib/corroboration/queries/count-findings-by.ts";
import { listFindings } from "#lib/corroboration/queries/list-findings.ts";
import { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import { listSourceTies } from "#lib/corroboration/queries/list-source-ties.ts";
import { listStatements } from "#lib/corroboration/queries/list-statements.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { readOrigins } from "#lib/corroboration/queries/read-origins.ts";
import { readPresence } from "#lib/corroboration/queries/read-presence.ts";
import { readStatement } from "#lib/corroboration/queries/read-statement.ts";
import { reviewDecided } from "#lib/corroboration/queries/review-decided.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { suggestAllegations } from "#lib/corroboration/queries/suggest-allegations.ts";
import { approveLegal } from "#lib/exports/commands/approve-legal.ts";
import { approveProtection } from "#lib/exports/commands/approve-protection.ts";
import { downloadPseudonymKey } from "#lib/exports/commands/download-pseudonym-key.ts";
import { downloadExport } from "#lib/exports/commands/download-export.ts";
import { failExport } from "#lib/exports/commands/fail-export.ts";
import { finishExport } from "#lib/exports/commands/finish-export.ts";
import { startExport } from "#lib/exports/commands/start-export.ts";
import { startPseudonymKey } from "#lib/exports/commands/start-pseudonym-key.ts";
import { assembleDossier } from "#lib/exports/queries/assemble-dossier.ts";
import { assemblePseudonymKey } from "#lib/exports/queries/assemble-pseudonym-key.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { previewExport } from "#lib/exports/queries/preview-export.ts";
import { previewPseudonymKey } from "#lib/exports/queries/preview-pseudonym-key.ts";
import { readExport } from "#lib/exports/queries/read-export.ts";
import { addPasskey } from "#lib/factors/commands/add-passkey.ts";
import { addTotp } from "#lib/factors/commands/add-totp.ts";
import { forgetFactors } from "#lib/factors/commands/forget-factors.ts";
import { renewRecoveryCodes } from "#lib/factors/commands/renew-recovery-codes.ts";
import { retireFactor } from "#lib/factors/commands/retire-factor.ts";
import { listFactors } from "#lib/factors/queries/list-factors.ts";
import { offerPasskey } from "#lib/factors/queries/offer-passkey.ts";
import { offerTotp } from "#lib/factors/queries/offer-totp.ts";
import { readRecoveryCodes } from "#lib/factors/queries/read-recovery-codes.ts";
import { tieIdentity } from "#lib/identities/commands/tie-identity.ts";
import { untieIdentity } from "#lib/identities/commands/untie-identity.ts";
import { offerIdentity } from "#lib/identities/queries/offer-identity.ts";
import { readOwnIdentity } from "#lib/identities/queries/read-own-identity.ts";
import { amendFigure } from "#lib/figures/commands/amend-figure.ts";
import { recordFigure } from "#lib/figures/commands/record-figure.ts";
import { retractFigure } from "#lib/figures/commands/retract-figure.ts";
import { compareFigures } from "#lib/figures/queries/compare-figures.ts";
import { countFiguresBy } from "#lib/figures/queries/count-figures-by.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { readFigure } from "#lib/figures/queries/read-figure.ts";
import { suggestFigures } from "#lib/figures/queries/suggest-figures.ts";
import { setGuide } from "#lib/guide/commands/set-guide.ts";
import { readGuide } from "#lib/guide/queries/read-guide.ts";
import { importCoastal } from "#lib/imports/commands/import-coastal.ts";
import { listNamedContradictions } from "#lib/imports/queries/list-named-contradictions.ts";
import { amendIncident } from "#lib/incidents/commands/amend-incident.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { retractIncident } from "#lib/incidents/commands/retract-incident.ts";
import { countIncidentsBy } from "#lib/incidents/queries/count-incidents-by.ts";
import { listIncidents } from "#lib/incidents/queries/list-incidents.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { suggestIncidents } from "#lib/incidents/queries/suggest-incidents.ts";
import { acceptInvitation } from "#lib/accounts/commands/accept-invitation.ts";
import { approveRecovery } from "#lib/accounts/commands/approve-recovery.ts";
import { approveRole } from "#lib/accounts/commands/approve-role.ts";
import { failMail } from "#lib/accounts/commands/fail-mail.ts";
import { inviteAgain } from "#lib/accounts/commands/invite-again.ts";
import { invite } from "#lib/accounts/commands/invite.ts";
import { mailLink } from "#lib/accounts/commands/mail-link.ts";
import { proposeRecovery } from "#lib/accounts/commands/propose-recovery.ts";
import { proposeRole } from "#lib/accounts/commands/propose-role.ts";
import { withdrawInvitation } from "#lib/accounts/commands/withdraw-invitation.ts";
import { withdrawRole } from "#lib/accounts/commands/withdraw-role.ts";
import { listGrants } from "#lib/accounts/queries/list-grants.ts";
import { listInvitations } from "#lib/accounts/queries/list-invitations.ts";
import { listOwnGrants } from "#lib/accounts/queries/list-own-grants.ts";
import { listRoleProposals } from "#lib/accounts/queries/list-role-proposals.ts";
import { readLink } from "#lib/accounts/queries/read-link.ts";
import { handOver } from "#lib/leaving/commands/hand-over.ts";
import { leave } from "#lib/leaving/commands/leave.ts";
import { readLeaving } from "#lib/leaving/queries/read-leaving.ts";
import { holdDrill } from "#lib/keys/commands/hold-drill.ts";
import { lockKeys } from "#lib/keys/commands/lock-keys.ts";
import { approveKeyChange } from "#lib/keys/commands/approve-key-change.ts";
import { refuseKeyChange } from "#lib/keys/commands/refuse-key-change.ts";
import { requestKeyChange } from "#lib/keys/commands/request-key-change.ts";
import { listKeyPermits } from "#lib/keys/queries/list-key-permits.ts";
import { noteKeyChange } from "#lib/keys/commands/note-key-change.ts";
import { readCustody } from "#lib/keys/queries/read-custody.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { amendLink } from "#lib/links/commands/amend-link.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import { retractLink } from "#lib/links/commands/retract-link.ts";
import { listLinkOptions } from "#lib/links/queries/list-link-options.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { amendMedia } from "#lib/media/commands/amend-media.ts";
import { recordMedia } from "#lib/media/commands/record-media.ts";
import { retractMedia } from "#lib/media/commands/retract-media.ts";
import { countMediaBy } from "#lib/media/queries/count-media-by.ts";
import { listMedia } from "#lib/media/queries/list-media.ts";
import { readMedia } from "#lib/media/queries/read-media.ts";
import { suggestMedia } from "#lib/media/queries/suggest-media.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { setNotices } from "#lib/notices/commands/set-notices.ts";
import { countUnread } from "#lib/notices/queries/count-unread.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { readNoticeSettings } from "#lib/notices/queries/read-notice-settings.ts";
import { sinceSeen } from "#lib/notices/queries/since-seen.ts";
import { unreadOfRecords } from "#lib/notices/queries/unread-of-records.ts";
import { countPlacesBy } from "#lib/places/queries/count-places-by.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { suggestPlaces } from "#lib/places/queries/suggest-places.ts";
import { amendProceeding } from "#lib/proceedings/commands/amend-proceeding.ts";
import { amendTimelineNote } from "#lib/proceedings/commands/amend-timeline-note.ts";
import { recordProceeding } from "#lib/proceedings/commands/record-proceeding.ts";
import { recordTimelineNote } from "#lib/proceedings/commands/record-timeline-note.ts";
import { retractProceeding } from "#lib/proceedings/commands/retract-proceeding.ts";
import { approveConsent } from "#lib/consent/commands/approve-consent.ts";
import { recordConsent } from "#lib/consent/commands/record-consent.ts";
import { withdrawConsent } from "#lib/consent/commands/withdraw-consent.ts";
import { permitContact } from "#lib/contact/commands/permit-contact.ts";
import { setContact } from "#lib/contact/commands/set-contact.ts";
import { setPlan } from "#lib/contact/commands/set-plan.ts";
import { usePermit } from "#lib/contact/commands/use-permit.ts";
import { readPlan } from "#lib/contact/queries/read-plan.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { recordTalk } from "#lib/contact/commands/record-talk.ts";
import { listTalks } from "#lib/contact/queries/list-talks.ts";
import { foreseeWithdrawal } from "#lib/consent/queries/foresee-withdrawal.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { approveDeletion } from "#lib/retention/commands/approve-deletion.ts";
import { classifyTestimony } from "#lib/retention/commands/classify-testimony.ts";
import { liftHold } from "#lib/retention/commands/lift-hold.ts";
import { placeHold } from "#lib/retention/commands/place-hold.ts";
import { refuseDeletion } from "#lib/retention/commands/refuse-deletion.ts";
import { requestDeletion } from "#lib/retention/commands/request-deletion.ts";
import { setTerm } from "#lib/retention/commands/set-term.ts";
import { shredRecord } from "#lib/retention/commands/shred-record.ts";
import { listDue } from "#lib/retention/queries/list-due.ts";
import { readRetention } from "#lib/retention/queries/read-retention.ts";
import { readTestimonyRetention } from "#lib/retention/queries/read-testimony-retention.ts";
import { listExposed } from "#lib/breach/queries/list-exposed.ts";
import { listLosses } from "#lib/breach/queries/list-losses.ts";
import { assessRisk } from "#lib/risk/commands/assess-risk.ts";
import { reportRiskEvent } from "#lib/risk/commands/report-risk-event.ts";
import { readRisk } from "#lib/risk/queries/read-risk.ts";
import { indexPersons } from "#lib/third-persons/commands/index-persons.ts";
import { readThirdPersons } from "#lib/third-persons/queries/read-third-persons.ts";
import { amendRecipient } from "#lib/recipients/commands/amend-recipient.ts";
import { followUpReferral } from "#lib/referrals/commands/follow-up-referral.ts";
import { recordReferral } from "#lib/referrals/commands/record-referral.ts";
import { listReferrals } from "#lib/referrals/queries/list-referrals.ts";
import { recordRecipient } from "#lib/recipients/commands/record-recipient.ts";
import { retractRecipient } from "#lib/recipients/commands/retract-recipient.ts";
import { listRecipients } from "#lib/recipients/queries/list-recipients.ts";
import { readRecipient } from "#lib/recipients/queries/read-recipient.ts";
import { suggestRecipients } from "#lib/recipients/queries/suggest-recipients.ts";
import { retractTimelineNote } from "#lib/proceedings/commands/retract-timeline-note.ts";
import { countProceedingsBy } from "#lib/proceedings/queries/count-proceedings-by.ts";
import { listProceedings } from "#lib/proceedings/queries/list-proceedings.ts";
import { listTimelineNotes } from "#lib/proceedings/queries/list-timeline-notes.ts";
import { readProceeding } from "#lib/proceedings/queries/read-proceeding.ts";
import { suggestProceedings } from "#lib/proceedings/queries/suggest-proceedings.ts";
import { suggestColleagues } from "#lib/cases/queries/suggest-colleagues.ts";
import { findAnything } from "#lib/search/queries/find-anything.ts";
import { amendSource } from "#lib/sources/commands/amend-source.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { recordSource } from "#lib/sources/commands/record-source.ts";
import { retractSource } from "#lib/sources/commands/retract-source.ts";
import { countSourcesBy } from "#lib/sources/queries/count-sources-by.ts";
import { listSources } from "#lib/sources/queries/list-sources.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { suggestSources } from "#lib/sources/queries/suggest-sources.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { attachFile } from "#lib/testimonies/commands/attach-file.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractAttachment } from "#lib/testimonies/commands/retract-attachment.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { compareVersions } from "#lib/testimonies/queries/compare-versions.ts";
import { findSimilar } from "#lib/testimonies/queries/find-similar.ts";
import { countTestimoniesBy } from "#lib/testimonies/queries/count-testimonies-by.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { printTestimony } from "#lib/testimonies/queries/print-testimony.ts";
import { readAttachment } from "#lib/testimonies/queries/read-attachment.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { suggestTestimonies } from "#lib/testimonies/queries/suggest-testimonies.ts";
import { addEntries } from "#lib/victim-lists/commands/add-entries.ts";
import { confirmMerge } from "#lib/victim-lists/commands/confirm-merge.ts";
import { exportMatrix } from "#lib/victim-lists/commands/export-matrix.ts";
import { findDoubles } from "#lib/victim-lists/commands/find-doubles.ts";
import { keepApart } from "#lib/victim-lists/commands/keep-apart.ts";
import { openVictimNames } from "#lib/victim-lists/commands/open-victim-names.ts";
import { proposeMerge } from "#lib/victim-lists/commands/propose-merge.ts";
import { recordVictimList } from "#lib/victim-lists/commands/record-victim-list.ts";
import { refuseMerge } from "#lib/victim-lists/commands/refuse-merge.ts";
import { retractVictimList } from "#lib/victim-lists/commands/retract-victim-list.ts";
import { undoMerge } from "#lib/victim-lists/commands/undo-merge.ts";
import { listDoubles } from "#lib/victim-lists/queries/list-doubles.ts";
import { listVictimLists } from "#lib/victim-lists/queries/list-victim-lists.ts";
import { readMatrix } from "#lib/victim-lists/queries/read-matrix.ts";
import { readVictimList } from "#lib/victim-lists/queries/read-victim-list.ts";
import { readVictimNames } from "#lib/victim-lists/queries/read-victim-names.ts";
import { amendVictim } from "#lib/victims/commands/amend-victim.ts";
import { recordVictim } from "#lib/victims/commands/record-victim.ts";
import { retractVictim } from "#lib/victims/commands/retract-victim.ts";
import { countVictimsBy } from "#lib/victims/queries/count-victims-by.ts";
import { listVictims } from "#lib/victims/queries/list-victims.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { suggestVictims } from "#lib/victims/queries/suggest-victims.ts";
import { amendWitness } from "#lib/witnesses/commands/amend-witness.ts";
import { recordWitness } from "#lib/witnesses/commands/record-witness.ts";
import { retractWitness } from "#lib/witnesses/commands/retract-witness.ts";
import { countWitnessesBy } from "#lib/witnesses/queries/count-witnesses-by.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { suggestWitnesses } from "#lib/witnesses/queries/suggest-witnesses.ts";
import { assignRecords } from "#lib/bulk/commands/assign-records.ts";
import { linkRecords } from "#lib/bulk/commands/link-records.ts";
import { tagRecords } from "#lib/bulk/commands/tag-records.ts";
import { amendTag } from "#lib/tags/commands/amend-tag.ts";
import { putTag } from "#lib/tags/commands/put-tag.ts";
import { recordTag } from "#lib/tags/commands/record-tag.ts";
import { removeTag } from "#lib/tags/commands/remove-tag.ts";
import { retractTag } from "#lib/tags/commands/retract-tag.ts";
import { amendView } from "#lib/views/commands/amend-view.ts";
import { retractView } from "#lib/views/commands/retract-view.ts";
import { saveView } from "#lib/views/commands/save-view.ts";
import { listTags } from "#lib/tags/queries/list-tags.ts";
import { suggestTags } from "#lib/tags/queries/suggest-tags.ts";
import { tagsOfRecords } from "#lib/tags/queries/tags-of-records.ts";
import { tagsOfRecord } from "#lib/tags/queries/tags-of-record.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { recordIdentity } from "#lib/vault/commands/record-identity.ts";
import { amendIdentity } from "#lib/vault/commands/amend-identity.ts";
import { revealIdentity } from "#lib/vault/commands/reveal-identity.ts";
import { requestReveal } from "#lib/vault/commands/request-reveal.ts";
import { approveReveal } from "#lib/vault/commands/approve-reveal.ts";
import { refuseReveal } from "#lib/vault/commands/refuse-reveal.ts";
import { stayAnonymous } from "#lib/vault/commands/stay-anonymous.ts";
import { demandSecondPerson } from "#lib/vault/commands/demand-second-person.ts";
import { endAnonymity } from "#lib/vault/commands/end-anonymity.ts";
import { requestShred } from "#lib/vault/commands/request-shred.ts";
import { refuseShred } from "#lib/vault/commands/refuse-shred.ts";
import { approveShred } from "#lib/vault/commands/approve-shred.ts";
import { readIdentity } from "#lib/vault/queries/read-identity.ts";
import { readRevealed } from "#lib/vault/queries/read-revealed.ts";
import { seekPerson } from "#lib/vault/queries/seek-person.ts";
import { listReveals } from "#lib/vault/queries/list-reveals.ts";

export const commands: readonly Command[] = [
  // vault
  recordIdentity,
  amendIdentity,
  revealIdentity,
  requestReveal,
  approveReveal,
  refuseReveal,
  stayAnonymous,
  endAnonymity,
  demandSecondPerson,
  requestShred,
  refuseShred,
  approveShred,
  // accounts
  acceptInvitation,
  approveRecovery,
  approveRole,
  beginSession,
  changePassword,
  createAccount,
  disableAccount,
  endRole,
  endSession,
  failMail,
  grantRole,
  invite,
  inviteAgain,
  mailLink,
  proposeRecovery,
  proposeRole,
  setProfile,
  setUpAdministrator,
  withdrawInvitation,
  withdrawRole,
  // actors
  amendActor,
  recordActor,
  retractActor,
  // assignments
  assignRecord,
  endAssignment,
  // cases
  openCompartment,
  placeRecord,
  proposeLift,
  approveLift,
  withdrawLift,
  proposeClearance,
  approveClearance,
  endClearance,
  openEmergency,
  endEmergency,
  reviewEmergency,
  admitMember,
  amendCase,
  endMembership,
  openCase,
  retractCase,
  // comments
  amendComment,
  retractComment,
  writeComment,
  // contradictions
  compareStatement,
  decideContradiction,
  dismissContradiction,
  recordContradiction,
  resolveContradiction,
  // corroboration
  acceptRules,
  amendAllegation,
  amendDependency,
  amendEvidence,
  amendFinding,
  amendSourceTie,
  amendStatement,
  approveFinding,
  decideAppeal,
  gradeBlind,
  lodgeAppeal,
  setBlindReview,
  takeAppealSeat,
  contestFinding,
  draftFinding,
  recheckFinding,
  recordAllegation,
  recordDependency,
  recordEvidence,
  recordSourceTie,
  recordStatement,
  resolveEvidence,
  resolveFinding,
  retractAllegation,
  retractDependency,
  retractEvidence,
  retractSourceTie,
  retractStatement,
  returnFinding,
  secondFinding,
  submitFinding,
  takeFinding,
  takeOverFinding,
  // exports
  downloadExport,
  downloadPseudonymKey,
  approveLegal,
  approveProtection,
  failExport,
  finishExport,
  startExport,
  startPseudonymKey,
  // factors
  addPasskey,
  addTotp,
  forgetFactors,
  renewRecoveryCodes,
  retireFactor,
  // figures
  amendFigure,
  recordFigure,
  retractFigure,
  // identities
  tieIdentity,
  untieIdentity,
  // imports
  setGuide,
  importCoastal,
  // incidents
  amendIncident,
  recordIncident,
  retractIncident,
  // leaving
  handOver,
  leave,
  // audit
  acceptLoss,
  notePrint,
  rotateLogKey,
  // keys
  holdDrill,
  lockKeys,
  noteKeyChange,
  requestKeyChange,
  approveKeyChange,
  refuseKeyChange,
  // links
  amendLink,
  recordLink,
  retractLink,
  // media
  amendMedia,
  recordMedia,
  retractMedia,
  // notices
  setNotices,
  // places
  amendPlace,
  recordPlace,
  retractPlace,
  // proceedings
  amendProceeding,
  amendTimelineNote,
  recordProceeding,
  recordTimelineNote,
  retractProceeding,
  recordConsent,
  assessRisk,
  reportRiskEvent,
  indexPersons,
  withdrawConsent,
  approveConsent,
  recordTalk,
  setTerm,
  classifyTestimony,
  placeHold,
  liftHold,
  requestDeletion,
  approveDeletion,
  refuseDeletion,
  shredRecord,
  setContact,
  setPlan,
  recordReferral,
  followUpReferral,
  permitContact,
  usePermit,
  recordRecipient,
  amendRecipient,
  retractRecipient,
  retractTimelineNote,
  // sources
  amendSource,
  gradeSource,
  recordSource,
  retractSource,
  // testimonies
  acceptTestimony,
  amendTestimony,
  attachFile,
  recordTestimony,
  retractAttachment,
  retractTestimony,
  returnTestimony,
  saveTestimony,
  setConsent,
  submitTestimony,
  // victim-lists
  addEntries,
  confirmMerge,
  exportMatrix,
  findDoubles,
  keepApart,
  openVictimNames,
  proposeMerge,
  recordVictimList,
  refuseMerge,
  retractVictimList,
  undoMerge,
  // victims
  amendVictim,
  recordVictim,
  retractVictim,
  // witnesses
  amendWitness,
  recordWitness,
  retractWitness,
  // bulk
  assignRecords,
  linkRecords,
  tagRecords,
  // tags
  amendTag,
  putTag,
  recordTag,
  removeTag,
  retractTag,
  // views
  amendView,
  retractView,
  saveView,
];

export const queries: readonly Query[] = [
  // vault
  readIdentity,
  readRevealed,
  seekPerson,
  listReveals,
  // accounts
  listAccounts,
  listGrants,
  listInvitations,
  listOwnGrants,
  listRoleProposals,
  readLink,
  readOwnAccount,
  // actors
  countActorsBy,
  listActors,
  readActor,
  suggestActors,
  // assignments
  assignmentOf,
  listMyAssignments,
  // analysis
  listPictures,
  readFigureGroups,
  readFigureRanges,
  readMap,
  readNeighbours,
  readTimeline,
  // audit
  copyLog,
  exportLog,
  listEvents,
  readEvent,
  readHistory,
  readPatterns,
  readStanding,
  summariseLog,
  takeExcerpt,
  verifyNow,
  // cases
  compartmentsOfRecord,
  listCompartments,
  explainSight,
  listClearances,
  emergencyFrame,
  ownEmergencies,
  listEmergencies,
  readEmergency,
  listCases,
  listMembers,
  listRegister,
  readCase,
  readDesk,
  readGuide,
  readOffice,
  readOverview,
  readRights,
  suggestColleagues,
  // comments
  listComments,
  // contradictions
  compareAccounts,
  contradictionsOf,
  listContradictions,
  readContradiction,
  // corroboration
  compareRules,
  corroborationOfTestimony,
  countAllegationsBy,
  evidenceMatrix,
  listAllegations,
  listCiting,
  countFindingsBy,
  listAppeals,
  listFindings,
  readAppeal,
  listStatementsOf,
  listSourceTies,
  listStatements,
  readAllegation,
  readFinding,
  readOrigins,
  readPresence,
  readStatement,
  reviewDecided,
  reviewQueue,
  suggestAllegations,
  // exports
  assembleDossier,
  assemblePseudonymKey,
  listExports,
  previewExport,
  previewPseudonymKey,
  readExport,
  // factors
  listFactors,
  offerPasskey,
  offerTotp,
  readRecoveryCodes,
  // figures
  compareFigures,
  countFiguresBy,
  listFigures,
  readFigure,
  suggestFigures,
  // identities
  offerIdentity,
  readOwnIdentity,
  // imports
  listNamedContradictions,
  // incidents
  listIncidents,
  countIncidentsBy,
  readIncident,
  suggestIncidents,
  // leaving
  readLeaving,
  // keys
  readCustody,
  listKeyPermits,
  readKeys,
  // links
  listLinkOptions,
  listLinksOf,
  // media
  countMediaBy,
  listMedia,
  readMedia,
  suggestMedia,
  // notices
  countUnread,
  listNotices,
  readNoticeSettings,
  sinceSeen,
  unreadOfRecords,
  // places
  countPlacesBy,
  listPlaces,
  readPlace,
  suggestPlaces,
  // proceedings
  countProceedingsBy,
  listProceedings,
  listTimelineNotes,
  readProceeding,
  suggestProceedings,
  readConsent,
  readRisk,
  listExposed,
  listLosses,
  readThirdPersons,
  listTalks,
  readRetention,
  listDue,
  readTestimonyRetention,
  readContact,
  readPlan,
  listReferrals,
  foreseeWithdrawal,
  listRecipients,
  readRecipient,
  suggestRecipients,
  // search
  findAnything,
  // sources
  countSourcesBy,
  listSources,
  readSource,
  suggestSources,
  // testimonies
  compareVersions,
  findSimilar,
  listTestimonies,
  countTestimoniesBy,
  printTestimony,
  readAttachment,
  readTestimony,
  suggestTestimonies,
  // victim-lists
  listDoubles,
  listVictimLists,
  readMatrix,
  readVictimList,
  readVictimNames,
  // victims
  countVictimsBy,
  listVictims,
  readVictim,
  suggestVictims,
  // witnesses
  countWitnessesBy,
  listWitnesses,
  readWitness,
  suggestWitnesses,
  // tags
  listTags,
  suggestTags,
  tagsOfRecord,
  tagsOfRecords,
  // views
  listViews,
];

const commandByName = new Map(commands.map((one) => [one.name, one]));
const queryByName = new Map(queries.map((one) => [one.name, one]));

export const maybeCommand = (name: string): Command | null => commandByName.get(name) ?? null;
export const maybeQuery = (name: string): Query | null => queryByName.get(name) ?? null;
