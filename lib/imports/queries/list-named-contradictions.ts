import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { KNOWN_CONTRADICTIONS } from "../coastal/known-contradictions.ts";
import type { KnownPair } from "../coastal/known-shape.ts";
import { keyOf } from "../coastal/plan-links.ts";
import { fileOfId } from "../coastal/records.ts";
import { contradictionsByKeys, figuresByKey, recordsByKey } from "../find/named.ts";

const keyOfId = (id: string): string => keyOf(fileOfId(id), id);

const FIGURES = [...new Set(KNOWN_CONTRADICTIONS.flatMap(({ figures }) => figures.flat()).map(keyOfId))];
const RECORDS = [...new Set(KNOWN_CONTRADICTIONS.flatMap(({ records }) => records).map(keyOfId))];
const STATEMENTS = [
  ...new Set(KNOWN_CONTRADICTIONS.flatMap(({ pairs }) => pairs.flatMap(({ statements }) => statements))),
];

/**
 * What the compiler of an imported record named as contradictory or defective in it, each with the records in which it is seen
 * and the contradictions that are on record of it, or with the reason why it is out of reach. What was taken back since, and
 * what the caller may not see, is not among them; nothing of an import, and there is no list. No number is made of those named.
 */
export const listNamedContradictions = query({
  name: "import.contradictions",
  input: z.strictObject({ caseId: CaseId }),
  permission: "contradiction.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId }) {
    const figures = await figuresByKey(ctx, caseId, FIGURES);
    const records = await recordsByKey(ctx, caseId, RECORDS);
    const onRecord = await contradictionsByKeys(ctx, caseId, STATEMENTS);
    if (figures.size === 0 && records.size === 0) return { rows: [] };
    const rows = KNOWN_CONTRADICTIONS.map(({ number, part, text, outOfReach, ...known }) => ({
      number,
      part,
      text,
      outOfReach,
      sets: known.figures
        .map((set) => set.flatMap((id) => figures.get(keyOfId(id)) ?? []))
        .filter((set) => set.length > 0),
      records: known.records.flatMap((id) => records.get(keyOfId(id)) ?? []),
      contradictions: onRecord
        .filter(({ kind, between }) => known.pairs.some((pair) => isOf(pair, kind, between)))
        .map(({ id, code, kind, state }) => ({ id, code, kind, state })),
    }));
    return { rows };
  },
});

const isOf = (pair: KnownPair, kind: string, between: readonly unknown[]): boolean =>
  pair.kind === kind && pair.statements.every((key) => between.includes(key));

/** One of them, as its page shows it. */
export type NamedContradiction = Awaited<ReturnType<typeof listNamedContradictions.run>>["rows"][number];
