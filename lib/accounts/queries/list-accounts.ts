import { and, eq, isNull } from "drizzle-orm";
import { accountRoles, accounts, humans } from "#db/schema/index.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { NO_PASSWORD } from "#lib/platform/password.ts";
import { z } from "zod";
import { withoutRole } from "../find.ts";
import { HumanId } from "../vocabulary.ts";

/** Accounts by name, with their global roles; with `humanId`, those of one person; or those that have no role at all. */
export const listAccounts = query({
  name: "account.list",
  input: z.strictObject({
    page: PageInput,
    humanId: HumanId.optional(),
    withoutRole: z.literal(true).optional(),
  }),
  permission: "account.read",
  caseOf: () => ORGANISATION,
  async run(ctx, { page, humanId, withoutRole: idle }) {
    const { read, scope } = ctx;
    const wanted = and(
      humanId === undefined ? undefined : eq(accounts.humanId, humanId),
      idle ? withoutRole(ctx) : undefined,
    );
    const keys = keyset(page, "asc", accounts.name, accounts.id);
    const rows = await read
      .select({
        id: accounts.id,
        version: accounts.version,
        humanId: accounts.humanId,
        name: accounts.name,
        status: accounts.status,
        passwordHash: accounts.passwordHash,
        displayName: humans.displayName,
      })
      .from(accounts)
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(and(wanted, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const held = await read
      .select({ accountId: accountRoles.accountId, role: accountRoles.role })
      .from(accountRoles)
      .where(isNull(accountRoles.endedAt));
    const withRoles = rows.map(({ passwordHash, ...row }) => ({
      ...row,
      /** The person has chosen no password yet. */
      isInvited: passwordHash === NO_PASSWORD,
      isOwn: row.id === scope.accountId,
      roles: held.filter((one) => one.accountId === row.id).map((one) => one.role),
    }));
    return {
      ...paged(page, withRoles, (row) => ({ key: row.name, id: row.id })),
      total: await countUpTo(read, accounts, wanted),
    };
  },
});
