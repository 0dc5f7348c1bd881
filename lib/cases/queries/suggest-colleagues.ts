import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { accounts, caseMembers, humans } from "#db/schema/index.ts";
import { caseRolesWith } from "#lib/access/permissions.ts";
import { query } from "#lib/core/query.ts";
import { matchesText, SuggestInput } from "#lib/core/suggest.ts";
import { CaseId } from "../vocabulary.ts";

/** Colleagues of a case by name, for naming who interviewed or interpreted. */
export const suggestColleagues = query({
  name: "member.suggest",
  input: SuggestInput.extend({ caseId: CaseId }),
  permission: "member.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, text, limit }) {
    const options = await read
      .selectDistinct({ id: accounts.id, code: accounts.name, label: humans.displayName })
      .from(caseMembers)
      .innerJoin(accounts, eq(accounts.id, caseMembers.accountId))
      .innerJoin(humans, eq(humans.id, accounts.humanId))
      .where(
        and(
          scope.cases(caseMembers.caseId),
          eq(caseMembers.caseId, caseId),
          inArray(caseMembers.role, caseRolesWith("case.read")),
          isNull(caseMembers.endedAt),
          matchesText(text, [accounts.name, humans.displayName]),
        ),
      )
      .orderBy(asc(humans.displayName), asc(accounts.id))
      .limit(limit);
    return { options };
  },
});
