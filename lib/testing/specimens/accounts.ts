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
import type { Specimens } from "../specimen.ts";

const fields = async () => ({
  name: "somebody-new",
  displayName: "Somebody new",
  password: "a password that is long",
});

export const accountSpecimens: Specimens = {
  commands: [
    {
      command: beginSession,
      as: "investigator",
      noSubject: true,
      input: async () => ({ factor: "totp", replaces: null }),
    },
    {
      command: changePassword,
      as: "investigator",
      noSubject: true,
      input: async () => ({ password: "other words that are long" }),
    },
    { command: endSession, as: "investigator", noSubject: true, input: async () => ({ everywhere: true }) },
    {
      command: setProfile,
      as: "investigator",
      noSubject: true,
      input: async () => ({ locale: "ar", calendar: "hijri", timeZone: "Europe/Berlin", singleKeys: false }),
    },
    { command: createAccount, as: "administrator", noSubject: true, input: fields },
    { command: setUpAdministrator, as: "setup", noSubject: true, input: fields },
    {
      command: disableAccount,
      as: "administrator",
      input: async (world) => ({
        accountId: world.person("newcomer").accountId,
        version: 1,
        reason: "left the team",
      }),
    },
    {
      command: grantRole,
      as: "administrator",
      input: async (world) => ({ accountId: world.person("newcomer").accountId, role: "auditor" }),
    },
    {
      command: endRole,
      as: "administrator",
      input: async (world) => ({
        accountId: world.person("auditor").accountId,
        role: "auditor",
        reason: "term is over",
      }),
    },
  ],
  queries: [
    { query: listAccounts, as: "administrator", input: async () => ({ page: {} }), showsMarker: false },
    { query: readOwnAccount, as: "investigator", input: async () => ({}), showsMarker: true },
  ],
};
