/** The ties of a witness or a source, as its page shows them. */
import { and, asc, eq, getTableColumns, isNull, or } from "drizzle-orm";
import { alias } from "#db/columns.ts";
import { sources, sourceTies, witnesses } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";

const TIES_SHOWN_MAX = 200;
const otherWitnesses = alias(witnesses, "other_witnesses");
const otherSources = alias(sources, "other_sources");

/** Standing ties, oldest first, each with the one at its other end. @param of a witness or a source */
export async function shownSourceTies({ read, scope }: AskContext, of: string) {
  const rows = await read
    .select({
      tie: getTableColumns(sourceTies),
      witness: { id: witnesses.id, code: witnesses.code },
      source: { id: sources.id, code: sources.code, name: sources.name, nameAr: sources.nameAr },
      otherWitness: { id: otherWitnesses.id, code: otherWitnesses.code },
      otherSource: {
        id: otherSources.id,
        code: otherSources.code,
        name: otherSources.name,
        nameAr: otherSources.nameAr,
      },
    })
    .from(sourceTies)
    .leftJoin(witnesses, eq(witnesses.id, sourceTies.witnessId))
    .leftJoin(sources, eq(sources.id, sourceTies.sourceId))
    .leftJoin(otherWitnesses, eq(otherWitnesses.id, sourceTies.otherWitnessId))
    .leftJoin(otherSources, eq(otherSources.id, sourceTies.otherSourceId))
    .where(
      and(
        scope.cases(sourceTies.caseId, "evidence.read"),
        isNull(sourceTies.retractedAt),
        or(
          eq(sourceTies.witnessId, of),
          eq(sourceTies.sourceId, of),
          eq(sourceTies.otherWitnessId, of),
          eq(sourceTies.otherSourceId, of),
        ),
      ),
    )
    .orderBy(asc(sourceTies.createdAt), asc(sourceTies.id))
    .limit(TIES_SHOWN_MAX);
  return rows.map(({ tie, ...ends }) => {
    const isFirst = tie.witnessId === of || tie.sourceId === of;
    return {
      ...tie,
      other: isFirst
        ? { witness: ends.otherWitness, source: ends.otherSource }
        : { witness: ends.witness, source: ends.source },
    };
  });
}
