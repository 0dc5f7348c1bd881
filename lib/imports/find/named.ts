/** Records by their import keys, as far as the caller may see them. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { contradictions, figures, statements } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { figuresBeside, shownBeside } from "#lib/figures/find/beside.ts";
import { endOfLink, sightOfNoun, TABLES } from "#lib/links/find.ts";
import { LINK_NOUNS, type LinkNoun } from "#lib/links/vocabulary.ts";

type Keyed = PgTable & { caseId: AnyPgColumn; importKey: AnyPgColumn };

/** A record as a line of a list. */
export interface NamedRecord {
  readonly id: string;
  readonly noun: LinkNoun;
  readonly code: string;
  readonly label: string;
  readonly labelAr: string | null;
}

/** Records that stand, by import key. */
export async function recordsByKey(
  { read, scope }: AskContext,
  caseId: string,
  keys: readonly string[],
): Promise<Map<string, NamedRecord>> {
  const found = new Map<string, NamedRecord>();
  for (const noun of LINK_NOUNS) {
    const { caseId: ofCase, importKey }: Keyed = TABLES[noun];
    const end = endOfLink(noun);
    const rows = await inPieces(keys, (some) =>
      read
        .select({
          key: sql<string>`${importKey}`,
          id: sql<string>`${end.id}`,
          code: sql<string>`${end.code}`,
          label: end.label,
          labelAr: end.labelAr,
        })
        .from(end.table)
        .where(
          and(
            scope.cases(ofCase, sightOfNoun(noun)),
            eq(ofCase, caseId),
            inArray(importKey, some),
            isNull(end.retractedAt),
          ),
        ),
    );
    for (const { key, ...row } of rows) found.set(key, { ...row, noun });
  }
  return found;
}

/** Figures that stand, by import key, with their numbers as they were put. */
export async function figuresByKey({ read, scope }: AskContext, caseId: string, keys: readonly string[]) {
  const rows = await figuresBeside(
    read,
    and(
      scope.cases(figures.caseId, "figure.read"),
      eq(figures.caseId, caseId),
      inArray(figures.importKey, [...keys]),
      isNull(figures.retractedAt),
    ),
    keys.length,
  );
  return new Map(rows.map((row) => [row.importKey ?? "", shownBeside(row)]));
}

/** What is on record between statements of an import, with the import keys of the two. */
export async function contradictionsByKeys(
  { read, scope }: AskContext,
  caseId: string,
  keys: readonly string[],
) {
  const cut = await read
    .select({ id: statements.id, key: statements.importKey })
    .from(statements)
    .where(
      and(
        scope.cases(statements.caseId, "statement.read"),
        eq(statements.caseId, caseId),
        inArray(statements.importKey, [...keys]),
      ),
    );
  const keyById = new Map(cut.map(({ id, key }) => [id, key]));
  const ids = [...keyById.keys()];
  const rows = await inPieces(ids, (some) =>
    read
      .select()
      .from(contradictions)
      .where(
        and(
          scope.cases(contradictions.caseId),
          eq(contradictions.caseId, caseId),
          inArray(contradictions.statementId, some),
          inArray(contradictions.otherStatementId, ids),
        ),
      )
      .orderBy(contradictions.createdAt, contradictions.id),
  );
  return rows.map(({ id, code, kind, state, statementId, otherStatementId }) => ({
    id,
    code,
    kind,
    state,
    between: [keyById.get(statementId), keyById.get(otherStatementId)],
  }));
}
