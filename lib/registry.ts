/** Every verb and every question, once. The doors, the permission matrix and the contract tests are derived from it. */
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { disableAccount } from "#lib/accounts/commands/disable-account.ts";
import { endRole } from "#lib/accounts/commands/end-role.ts";
import { grantRole } from "#lib/accounts/commands/grant-role.ts";
import { setUpAdministrator } from "#lib/accounts/commands/set-up-administrator.ts";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { amendCase } from "#lib/cases/commands/amend-case.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { listRegister } from "#lib/cases/queries/list-register.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import type { Command } from "#lib/core/command.ts";
import type { Query } from "#lib/core/query.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { retractPlace } from "#lib/places/commands/retract-place.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { readPlace } from "#lib/places/queries/read-place.ts";
import { suggestPlaces } from "#lib/places/queries/suggest-places.ts";

export const commands: readonly Command[] = [
  // accounts
  createAccount,
  disableAccount,
  endRole,
  grantRole,
  setUpAdministrator,
  // cases
  admitMember,
  amendCase,
  endMembership,
  openCase,
  // places
  amendPlace,
  recordPlace,
  retractPlace,
];

export const queries: readonly Query[] = [
  // accounts
  listAccounts,
  // cases
  listCases,
  listMembers,
  listRegister,
  readCase,
  // places
  listPlaces,
  readPlace,
  suggestPlaces,
];

const commandByName = new Map(commands.map((one) => [one.name, one]));
const queryByName = new Map(queries.map((one) => [one.name, one]));

export const maybeCommand = (name: string): Command | null => commandByName.get(name) ?? null;
export const maybeQuery = (name: string): Query | null => queryByName.get(name) ?? null;
