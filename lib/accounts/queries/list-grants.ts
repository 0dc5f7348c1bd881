import { and, eq, inArray } from "drizzle-orm";
import { accountRoles, accounts, caseMembers } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { given } from "#lib/core/where.ts";
import { z } from "zod";
import { grantsIn } from "../find/grants.ts";
import { HumanId } from "../vocabulary.ts";

/**
 * Every role ever given, in the organisation and in cases: to whom, by whom, approved by whom, why, from when until when,
 * ended by whom. With `humanId`, those of one person by any account; with `caseId`, those in one case.
 */
export const listGrants = query({
  name: "grant.list",
  input: z.strictObject({
    page: PageInput,
    humanId: HumanId.optional(),
    caseId: idOf("case").optional(),
  }),
  permission: "register.read",
  caseOf: () => ORGANISATION,
  async run(ctx, { page, humanId, caseId }) {
    const theirs =
      humanId === undefined
        ? null
        : ctx.read.select({ id: accounts.id }).from(accounts).where(eq(accounts.humanId, humanId));
    const roles = theirs === null ? undefined : inArray(accountRoles.accountId, theirs);
    const memberships = theirs === null ? undefined : inArray(caseMembers.accountId, theirs);
    return grantsIn(ctx, page, {
      roles: caseId === undefined ? roles : null,
      memberships: and(memberships, given(caseMembers.caseId, caseId)),
    });
  },
});
