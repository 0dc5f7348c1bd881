import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { allegations, evidenceLinks, statements, testimonies } from "#db/schema/index.ts";
import { idOf } from "#lib/core/fields.ts";
import { findRecord } from "#lib/core/find-record.ts";
import { query } from "#lib/core/query.ts";
import { citedTexts } from "../find/cited-texts.ts";
import { inFields } from "#lib/contradictions/find/claims.ts";
import { namesOf } from "#lib/contradictions/find/shown.ts";
import { inPieces } from "../find/in-pieces.ts";

const STATEMENTS_MAX = 1_000;

/** The statements cut from one testimony, in the order of its paragraphs, each with the facets that it is linked to. */
export const listStatementsOf = query({
  name: "statement.listOf",
  input: z.strictObject({ testimonyId: idOf("testimony") }),
  permission: "statement.read",
  async run({ read, scope }, { testimonyId }) {
    const { caseId, acceptedNumber } = await findRecord(
      { read, scope },
      testimonies,
      testimonyId,
      "testimony.read",
    );
    const rows = await read
      .select()
      .from(statements)
      .where(
        and(
          scope.cases(statements.caseId),
          eq(statements.testimonyId, testimonyId),
          isNull(statements.retractedAt),
        ),
      )
      .orderBy(asc(statements.createdAt), asc(statements.id))
      .limit(STATEMENTS_MAX);
    const links = await inPieces(
      rows.map(({ id }) => id),
      (some) =>
        read
          .select({
            id: evidenceLinks.id,
            statementId: evidenceLinks.statementId,
            facet: evidenceLinks.facet,
            stance: evidenceLinks.stance,
            resolvedAt: evidenceLinks.resolvedAt,
            allegationId: allegations.id,
            allegationCode: allegations.code,
            allegationWording: allegations.wording,
          })
          .from(evidenceLinks)
          .innerJoin(allegations, eq(allegations.id, evidenceLinks.allegationId))
          .where(
            and(
              scope.cases(evidenceLinks.caseId, "evidence.read"),
              inArray(evidenceLinks.statementId, some),
              isNull(evidenceLinks.retractedAt),
            ),
          )
          .orderBy(asc(evidenceLinks.createdAt), asc(evidenceLinks.id)),
    );
    const textOf = await citedTexts(
      read,
      rows.map((row) => cited(row, acceptedNumber)),
    );
    const byStatement = Map.groupBy(links, ({ statementId }) => statementId);
    const names = await namesOf(read, rows.map(inFields));
    return {
      rows: rows.toSorted(byFirstParagraph).map((row) => ({
        ...row,
        /** `changed`: a version accepted since says something else there. */
        text: textOf(cited(row, acceptedNumber)),
        /** What it says exactly, with the names of what it names. */
        said: names(inFields(row)),
        links: byStatement.get(row.id) ?? [],
      })),
      may: { cut: scope.roleFor("statement.write", caseId) !== null },
    };
  },
});

const cited = (row: typeof statements.$inferSelect, acceptedNumber: number | null) => ({
  testimonyId: row.testimonyId,
  citedNumber: row.testimonyNumber,
  paragraphs: row.paragraphs,
  acceptedNumber,
});

/** The whole text first, then by the paragraph with which each begins. */
const byFirstParagraph = (a: { paragraphs: number[] | null }, b: { paragraphs: number[] | null }) =>
  (a.paragraphs?.[0] ?? 0) - (b.paragraphs?.[0] ?? 0);
