import { and } from "drizzle-orm";
import { z } from "zod";
import { witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { contactModeOf } from "#lib/contact/find/contact.ts";
import { listed } from "#lib/core/listing.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { reliabilityThatCounts } from "#lib/sources/find.ts";
import { testimoniesGiven } from "../find.ts";
import { witnessList } from "../find/listing.ts";
import { witnessFilters } from "../vocabulary.ts";

/** Witnesses of a case by code, newest first, with their accounts and the grade that counts; no note is shown. */
export const listWitnesses = query({
  name: "witness.list",
  input: z.strictObject({
    caseId: CaseId,
    ...witnessFilters,
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "witness.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, direction, page, ...filters }) {
    const { read } = ctx;
    const keys = keyset(page, direction, witnesses.createdAt, witnesses.id);
    const grade = reliabilityThatCounts({ read }, "witnessId", witnesses.id);
    const inList = listed(ctx, witnessList, caseId, filters);
    const rows = await read
      .select({
        id: witnesses.id,
        code: witnesses.code,
        ageBand: witnesses.ageBand,
        sex: witnesses.sex,
        createdAt: witnesses.createdAt,
        reliability: grade,
        contact: contactModeOf({ read }, witnesses.id),
        testimoniesGiven: testimoniesGiven(ctx, witnesses.id),
      })
      .from(witnesses)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, witnesses, inList);
    return { ...paged(page, rows, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
