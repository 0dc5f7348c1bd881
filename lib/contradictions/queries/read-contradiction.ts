import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { contradictions, evidenceLinks, humans, statements } from "#db/schema/index.ts";
import type { SaidThen } from "#db/schema/contradictions.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { excerptsOf } from "#lib/corroboration/find/shown-evidence.ts";
import { saidNow } from "../find/claims.ts";
import { partiesOf } from "../find/records.ts";
import { allegationsOf } from "../find/allegations-of.ts";
import { shownContradictions, type ShownContradiction } from "../find/shown.ts";
import { mayOnContradiction } from "../policy/contradiction.ts";
import { ContradictionId } from "../vocabulary.ts";

/** One contradiction: both claims with the passages that they were cut from, and who decided what about it. Its reading is logged. */
export const readContradiction = query({
  name: "contradiction.read",
  input: z.strictObject({ contradictionId: ContradictionId }),
  permission: "contradiction.read",
  async run(ctx, { contradictionId }) {
    const { read, scope } = ctx;
    const where = and(eq(contradictions.id, contradictionId), scope.cases(contradictions.caseId));
    const order = [asc(contradictions.createdAt), asc(contradictions.id)] as const;
    const [found] = await shownContradictions(read, where, order, 1);
    if (!found) throw new NotFound();
    const excerpts = await excerptsOf(read, [found.statement, found.other]);
    const name = await namesOfPeople(ctx, found);
    return {
      ...found,
      decidedBy: name(found.decidedByHumanId),
      resolvedBy: name(found.resolvedByHumanId),
      excerpts: {
        statement: excerpts.get(found.statementId) ?? [],
        other: excerpts.get(found.otherStatementId) ?? [],
      },
      /** One of the two says something else in fields by now. */
      isCorrected: await isCorrected(ctx, found),
      link: await linkOf(ctx, found),
      /** Allegations that either is linked to, of which a decision can name a facet. */
      allegations: await allegationsOf(ctx, [found.statementId, found.otherStatementId]),
      may: mayOnContradiction(found, await partiesOf(read, found), scope),
    };
  },
  traceOf: ({ caseId, id, version }) => ({ caseId, object: { id, version } }),
});

export type ContradictionAnswer = Awaited<ReturnType<typeof readContradiction.run>>;

async function namesOfPeople({ read }: AskContext, one: ShownContradiction) {
  const ids = [one.decidedByHumanId, one.resolvedByHumanId].filter((id) => id !== null);
  const rows = await read
    .select({ id: humans.id, name: humans.displayName })
    .from(humans)
    .where(inArray(humans.id, ids));
  return (id: string | null): string | null => rows.find((row) => row.id === id)?.name ?? null;
}

async function linkOf({ read }: AskContext, { evidenceLinkId }: ShownContradiction) {
  const [link] = await read
    .select({ id: evidenceLinks.id, code: evidenceLinks.code, resolvedAt: evidenceLinks.resolvedAt })
    .from(evidenceLinks)
    .where(eq(evidenceLinks.id, evidenceLinkId ?? ""));
  return link ?? null;
}

async function isCorrected({ read }: AskContext, one: ShownContradiction): Promise<boolean> {
  const { said } = one;
  if (said === null) return false;
  const rows = await read
    .select()
    .from(statements)
    .where(inArray(statements.id, [one.statementId, one.otherStatementId]));
  const differs = (id: string, then: SaidThen): boolean => {
    const row = rows.find((each) => each.id === id);
    const now: Readonly<Record<string, unknown>> = row ? { ...saidNow(row) } : {};
    const parts = ["edtf", "placeId", "actorId", "act", "sense", "min", "max", "unit"] as const;
    return parts.some((part) => part in then && then[part] !== now[part]);
  };
  return differs(one.statementId, said.statement) || differs(one.otherStatementId, said.other);
}
