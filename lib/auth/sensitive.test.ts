import { expect, it } from "vitest";
import { maybeCommand, maybeQuery } from "#lib/registry.ts";

it.each([
  "account.changePassword",
  "account.grantRole",
  "account.invite",
  "account.inviteAgain",
  "export.start",
  "factor.addTotp",
  "factor.offerTotp",
  "factor.recoveryCodes",
  "factor.renewRecovery",
  "factor.retire",
  "invitation.link",
  "member.admit",
  "recovery.approve",
  "recovery.propose",
])("%s is for who has just signed in", (name) => {
  expect((maybeCommand(name) ?? maybeQuery(name))?.isSensitive).toBe(true);
});
