import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { figures, mediaItems, statements, testimonies } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { originOf } from "../find/shown-evidence.ts";
import { Basis, Exculpatory } from "../vocabulary.ts";

/** Statements of a case, newest first. */
export const listStatements = query({
  name: "statement.list",
  input: z.strictObject({
    caseId: CaseId,
    basis: Basis.optional(),
    /** Potentially exculpatory, as somebody tagged it. */
    exculpatory: Exculpatory.optional(),
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "statement.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, basis, exculpatory, direction, page }) {
    const keys = keyset(page, direction, statements.createdAt, statements.id);
    const inList = and(
      scope.cases(statements.caseId),
      eq(statements.caseId, caseId),
      isNull(statements.retractedAt),
      given(statements.basis, basis),
      given(statements.exculpatory, exculpatory),
    );
    const rows = await read
      .select({
        statement: statements,
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
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const found = rows.map(({ statement, ...named }) => {
      const { id, code, claim, basis: known, plausibility, paragraphs, createdAt } = statement;
      const { exculpatory: tagged } = statement;
      return {
        id,
        code,
        claim,
        basis: known,
        plausibility,
        paragraphs,
        exculpatory: tagged,
        createdAt,
        origin: originOf(statement, named),
      };
    });
    const total = await countUpTo(read, statements, inList);
    return { ...paged(page, found, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
