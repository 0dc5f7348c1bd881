import { accounts, cases } from "#db/schema/index.ts";
import { withoutRole } from "#lib/accounts/find.ts";
import { openRoleProposals } from "#lib/accounts/find/role-proposals.ts";
import { openKeyPermits } from "#lib/keys/find.ts";
import { countUpTo } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { withoutMembers } from "../find.ts";

/**
 * What an administrator has to see to: roles that another proposed, changes of the keys that another asked for, accounts that can
 * do nothing yet, and cases in which nobody works.
 */
export const readOffice = query({
  name: "desk.office",
  input: z.strictObject({}),
  permission: "account.read",
  caseOf: () => ORGANISATION,
  run: async (ctx) => ({
    rolesWaiting: (await openRoleProposals(ctx)).filter(
      ({ humanId, proposerHumanId }) => ![humanId, proposerHumanId].includes(ctx.scope.humanId),
    ).length,
    keysWaiting: (await openKeyPermits(ctx)).filter(
      ({ status, askedByHumanId }) => status === "waiting" && askedByHumanId !== ctx.scope.humanId,
    ).length,
    accountsWithoutRole: await countUpTo(ctx.read, accounts, withoutRole(ctx)),
    casesWithoutMembers: await countUpTo(ctx.read, cases, withoutMembers(ctx)),
  }),
});
