import { and, asc, eq, getTableColumns, isNull, or } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { z } from "zod";
import {
  allegations,
  dependencies,
  evidenceLinks,
  figures,
  humans,
  mediaItems,
  statements,
  testimonies,
} from "#db/schema/index.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { NotFound } from "#lib/core/refusals.ts";
import { excerptsOf, originOf } from "../find/shown-evidence.ts";
import { StatementId } from "../vocabulary.ts";

/** One statement with the paragraphs that it was cut from, what it is linked to, and what it is tied to. Its reading is logged. */
export const readStatement = query({
  name: "statement.read",
  input: z.strictObject({ statementId: StatementId }),
  permission: "statement.read",
  async run(ctx, { statementId }) {
    const { read, scope } = ctx;
    const [found] = await read
      .select({
        statement: getTableColumns(statements),
        testimony: {
          code: testimonies.code,
          title: testimonies.title,
          kind: testimonies.kind,
          stage: testimonies.stage,
        },
        media: { code: mediaItems.code, title: mediaItems.title },
        figure: { code: figures.code, title: figures.wording },
      })
      .from(statements)
      .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
      .leftJoin(mediaItems, eq(mediaItems.id, statements.mediaId))
      .leftJoin(figures, eq(figures.id, statements.figureId))
      .where(and(eq(statements.id, statementId), scope.cases(statements.caseId)));
    if (!found) throw new NotFound();
    const { statement, ...named } = found;
    const excerpts = await excerptsOf(read, [statement]);
    const stands = statement.retractedAt === null;
    return {
      statement,
      origin: originOf(statement, named),
      excerpt: excerpts.get(statementId) ?? [],
      links: await linksOf(ctx, statementId),
      dependencies: await dependenciesOf(ctx, statementId),
      may: {
        write: stands && scope.roleFor("statement.write", statement.caseId) !== null,
        link: stands && scope.roleFor("evidence.write", statement.caseId) !== null,
        tie: stands && scope.roleFor("evidence.write", statement.caseId) !== null,
        weigh: scope.roleFor("evidence.resolve", statement.caseId) !== null,
      },
    };
  },
  traceOf: ({ statement }) => ({
    caseId: statement.caseId,
    object: { id: statement.id, version: statement.version },
  }),
});

function linksOf({ read, scope }: AskContext, statementId: string) {
  return read
    .select({
      ...getTableColumns(evidenceLinks),
      authorName: humans.displayName,
      allegationCode: allegations.code,
      allegationWording: allegations.wording,
    })
    .from(evidenceLinks)
    .innerJoin(humans, eq(humans.id, evidenceLinks.authorHumanId))
    .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
    .where(
      and(
        scope.cases(evidenceLinks.caseId, "evidence.read"),
        eq(evidenceLinks.statementId, statementId),
        isNull(evidenceLinks.retractedAt),
      ),
    )
    .orderBy(asc(evidenceLinks.createdAt), asc(evidenceLinks.id));
}

const others = alias(statements, "others");

/** What the statement is tied to, by the statement at the other end. */
async function dependenciesOf({ read, scope }: AskContext, statementId: string) {
  const rows = await read
    .select({ tie: getTableColumns(dependencies), one: ends(statements), other: ends(others) })
    .from(dependencies)
    .innerJoin(statements, eq(statements.id, dependencies.statementId))
    .innerJoin(others, eq(others.id, dependencies.otherStatementId))
    .where(
      and(
        scope.cases(dependencies.caseId, "evidence.read"),
        isNull(dependencies.retractedAt),
        or(eq(dependencies.statementId, statementId), eq(dependencies.otherStatementId, statementId)),
      ),
    )
    .orderBy(asc(dependencies.createdAt), asc(dependencies.id));
  return rows.map(({ tie, one, other }) => ({ ...tie, with: one.id === statementId ? other : one }));
}

function ends(table: typeof statements | typeof others) {
  return { id: table.id, code: table.code, claim: table.claim };
}
