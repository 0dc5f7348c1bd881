import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { execute } from "#lib/core/execute.ts";
import { acceptInvitation } from "#lib/accounts/commands/accept-invitation.ts";
import { approveRecovery } from "#lib/accounts/commands/approve-recovery.ts";
import { failMail } from "#lib/accounts/commands/fail-mail.ts";
import { invite } from "#lib/accounts/commands/invite.ts";
import { inviteAgain } from "#lib/accounts/commands/invite-again.ts";
import { mailLink } from "#lib/accounts/commands/mail-link.ts";
import { proposeRecovery } from "#lib/accounts/commands/propose-recovery.ts";
import { withdrawInvitation } from "#lib/accounts/commands/withdraw-invitation.ts";
import { listInvitations } from "#lib/accounts/queries/list-invitations.ts";
import { readLink } from "#lib/accounts/queries/read-link.ts";
import type { Specimens } from "../specimen.ts";
import type { Person, PersonKey, World } from "../world.ts";

const somebody = () => ({ name: `guest-${crypto.randomUUID().slice(0, 8)}`, displayName: "Somebody new" });

/** Another administrator, of flesh and blood of their own. */
export async function aSecondAdministrator(world: World): Promise<Person> {
  const made = await world.do("administrator", createAccount, {
    name: `admin-${crypto.randomUUID().slice(0, 8)}`,
    displayName: "Demo second administrator",
    password: "a long password for the second",
  });
  await world.do("administrator", grantRole, { accountId: made.id, role: "administrator" });
  return { ...world.person("administrator"), accountId: made.id, humanId: made.humanId };
}

/** A recovery that the second administrator asked for. */
export async function aRecovery(world: World, of: PersonKey): Promise<{ invitationId: string }> {
  const second = await aSecondAdministrator(world);
  const { accountId } = world.person(of);
  return execute(proposeRecovery, second, { accountId, reason: "lost the phone and the paper" });
}

const invited = async (world: World) => {
  const { invitationId } = await world.do("administrator", invite, somebody());
  return { invitationId };
};

export const invitationSpecimens: Specimens = {
  commands: [
    { command: invite, as: "administrator", noSubject: true, input: async () => somebody() },
    {
      command: inviteAgain,
      as: "administrator",
      input: async (world) => ({ accountId: (await world.do("administrator", invite, somebody())).id }),
    },
    {
      command: mailLink,
      as: "administrator",
      input: async (world) => ({ ...(await invited(world)), email: "somebody-new@house.example" }),
    },
    { command: failMail, as: "administrator", input: invited },
    { command: withdrawInvitation, as: "administrator", input: invited },
    {
      command: proposeRecovery,
      as: "administrator",
      input: async (world) => ({
        accountId: world.person("newcomer").accountId,
        reason: "lost the phone and the paper",
      }),
    },
    { command: approveRecovery, as: "administrator", input: (world) => aRecovery(world, "newcomer") },
    {
      command: acceptInvitation,
      as: "investigator",
      input: async (world) => {
        const { invitationId } = await aRecovery(world, "investigator");
        await world.do("administrator", approveRecovery, { invitationId });
        return { invitationId, password: "other words that are long" };
      },
    },
  ],
  queries: [
    { query: listInvitations, as: "administrator", input: async () => ({}), showsMarker: false },
    { query: readLink, as: "administrator", input: invited, showsMarker: false },
  ],
};
