import { query } from "#lib/core/query.ts";
import { findCaseRecord } from "#lib/records/find.ts";
import { RecordId } from "#lib/records/vocabulary.ts";
import { z } from "zod";
import { allCompartments, marksOf } from "../find.ts";

/** In which compartments a record is, by itself or through what it rests on; mostly in none. */
export const compartmentsOfRecord = query({
  name: "compartment.of",
  input: z.strictObject({ recordId: RecordId }),
  permission: "case.read",
  async run(ctx, { recordId }) {
    const { caseId } = await findCaseRecord(ctx, recordId);
    const { mask } = await marksOf(ctx.read, recordId);
    const known = mask === 0 ? [] : await allCompartments(ctx.read);
    return { caseId, compartments: known.filter(({ bit }) => (bit & mask) !== 0) };
  },
});
