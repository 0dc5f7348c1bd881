import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { accountRoles, accounts, caseMembers, cases, humans, sessions } from "#db/schema/index.ts";
import { query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { readEnv } from "#lib/platform/env.ts";
import { z } from "zod";
import { SESSION_MS_MAX } from "../commands/begin-session.ts";

/** Oneself: name, roles in the organisation and in cases, open sessions. */
export const readOwnAccount = query({
  name: "account.own",
  input: z.strictObject({}),
  permission: "self.act",
  caseOf: () => ORGANISATION,
  async run({ read, scope, caller, now }) {
    const mine = eq(accounts.id, scope.accountId);
    const [account] = await read
      .select({ name: accounts.name, displayName: humans.displayName })
      .from(accounts)
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(mine);
    const global = await read
      .select({ role: accountRoles.role })
      .from(accountRoles)
      .where(and(eq(accountRoles.accountId, scope.accountId), isNull(accountRoles.endedAt)));
    const memberships = await read
      .select({
        caseId: cases.id,
        code: cases.code,
        title: cases.title,
        titleAr: cases.titleAr,
        role: caseMembers.role,
      })
      .from(caseMembers)
      .innerJoin(cases, eq(cases.id, caseMembers.caseId))
      .where(
        and(
          eq(caseMembers.accountId, scope.accountId),
          isNull(caseMembers.endedAt),
          scope.cases(caseMembers.caseId, "case.read"),
        ),
      );
    const open = await read
      .select({
        id: sessions.id,
        createdAt: sessions.createdAt,
        seenAt: sessions.seenAt,
        expiresAt: sessions.expiresAt,
        factor: sessions.factor,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.accountId, scope.accountId),
          isNull(sessions.revokedAt),
          isNotNull(sessions.factor),
          gt(sessions.expiresAt, now),
          gt(sessions.seenAt, now - readEnv().idleMs),
        ),
      )
      .orderBy(desc(sessions.seenAt), sessions.id);
    const current = open.find(({ id }) => caller.kind === "person" && id === caller.session);
    return {
      name: account?.name ?? "",
      displayName: account?.displayName ?? "",
      roles: global.map(({ role }) => role),
      memberships,
      /** The clock of the server, in milliseconds since 1970. */
      now,
      sessions: open.map((session) => ({ ...session, isCurrent: session.id === current?.id })),
      /** How long the session that asks may last, in ms: without a request, from now, and one begun anew. */
      session:
        current === undefined
          ? null
          : {
              expiresAt: current.expiresAt,
              idleMs: readEnv().idleMs,
              endsInMs: current.expiresAt - now,
              lifeMs: SESSION_MS_MAX,
            },
    };
  },
});
