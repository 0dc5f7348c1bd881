import { expect, it } from "vitest";
import { commands, maybeCommand, maybeQuery, queries } from "#lib/registry.ts";

/** By hand, so that none is dropped unseen. */
const SENSITIVE = [
  "account.changePassword",
  "account.create",
  "account.grantRole",
  "account.invite",
  "account.inviteAgain",
  "account.leave",
  "audit.acceptLoss",
  "audit.rotateKey",
  "clearance.approve",
  "clearance.propose",
  "compartment.approveLift",
  "compartment.open",
  "compartment.proposeLift",
  "contact.readPlan",
  "deletion.approve",
  "emergency.open",
  "emergency.review",
  "export.approveLegal",
  "export.approveProtection",
  "export.start",
  "factor.addPasskey",
  "factor.addTotp",
  "factor.offerPasskey",
  "factor.offerTotp",
  "factor.recoveryCodes",
  "factor.renewRecovery",
  "factor.retire",
  "identity.approveReveal",
  "identity.offer",
  "identity.reveal",
  "identity.shred",
  "identity.tie",
  "identity.untie",
  "invitation.link",
  "invitation.mail",
  "keys.approve",
  "keys.change",
  "keys.drill",
  "keys.refuse",
  "keys.request",
  "member.admit",
  "pseudonymKey.download",
  "pseudonymKey.start",
  "recovery.approve",
  "recovery.propose",
  "role.approve",
  "role.propose",
  "victimList.openNames",
];

it.each(SENSITIVE)("%s is for who has just signed in", (name) => {
  expect((maybeCommand(name) ?? maybeQuery(name))?.isSensitive).toBe(true);
});

it("names all that is for who has just signed in", () => {
  const sensitive = [...commands, ...queries].filter(({ isSensitive }) => isSensitive);
  expect(sensitive.map(({ name }) => name).toSorted()).toEqual(SENSITIVE);
});
