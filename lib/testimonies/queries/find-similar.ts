import { and, eq, isNull } from "drizzle-orm";
import { testimonies } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { OptionalEdtf, OptionalLine } from "#lib/core/fields.ts";
import { sortOf } from "#lib/core/outcome.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { likenessOf } from "../rules.ts";
import { SourceId, WitnessId } from "../vocabulary.ts";

/** A hint need not be complete: so many accounts of one origin are looked at, and so many of the same day. */
const LOOKED_AT_MAX = 2_000;
const SHOWN_MAX = 5;

/**
 * Accounts that may be the one being entered: of the same witness or source, with the same day or the same title. A hint
 * while typing and never a bar; what the caller may not see does not count.
 */
export const findSimilar = query({
  name: "testimony.similar",
  input: z.strictObject({
    caseId: CaseId,
    witnessId: WitnessId.nullable(),
    sourceId: SourceId.nullable(),
    title: OptionalLine,
    takenEdtf: OptionalEdtf,
  }),
  permission: "testimony.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, witnessId, sourceId, ...entered }) {
    if (witnessId === null && sourceId === null) return { rows: [] };
    const ofOrigin = and(
      scope.cases(testimonies.caseId),
      eq(testimonies.caseId, caseId),
      isNull(testimonies.retractedAt),
      witnessId === null ? eq(testimonies.sourceId, sourceId ?? "") : eq(testimonies.witnessId, witnessId),
    );
    const look = (narrowed: typeof ofOrigin) =>
      read
        .select({
          id: testimonies.id,
          code: testimonies.code,
          title: testimonies.title,
          takenEdtf: testimonies.takenEdtf,
        })
        .from(testimonies)
        .where(narrowed)
        .limit(LOOKED_AT_MAX);
    const sameDay =
      entered.takenEdtf === null
        ? []
        : await look(and(ofOrigin, eq(testimonies.takenSort, sortOf(entered.takenEdtf))));
    const found = new Map([...sameDay, ...(await look(ofOrigin))].map((row) => [row.id, row]));
    const rows = [...found.values()].flatMap(({ takenEdtf, ...row }) => {
      const likeness = likenessOf(entered, { title: row.title, takenEdtf });
      return likeness === null ? [] : [{ ...row, likeness }];
    });
    return { rows: rows.slice(0, SHOWN_MAX) };
  },
});
