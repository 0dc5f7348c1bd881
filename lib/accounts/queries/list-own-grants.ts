import { and, eq } from "drizzle-orm";
import { accountRoles, caseMembers } from "#db/schema/index.ts";
import { PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { grantsIn } from "../find/grants.ts";

/** Every role that one's own account was ever given; of those in cases, in the cases that one sees now. */
export const listOwnGrants = query({
  name: "grant.own",
  input: z.strictObject({ page: PageInput }),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  run: (ctx, { page }) =>
    grantsIn(ctx, page, {
      roles: eq(accountRoles.accountId, ctx.scope.accountId),
      memberships: and(
        eq(caseMembers.accountId, ctx.scope.accountId),
        ctx.scope.cases(caseMembers.caseId, "case.read"),
      ),
    }),
});
