import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { witnesses } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { countUpTo, keyset, paged, PageInput } from "#lib/core/page.ts";
import { query } from "#lib/core/query.ts";
import { given } from "#lib/core/where.ts";
import { gradedAs, reliabilityThatCounts } from "#lib/sources/find.ts";
import { GradeFilter } from "#lib/sources/vocabulary.ts";
import { testimoniesGiven } from "../find.ts";
import { AgeBand, Sex } from "../vocabulary.ts";

/** Witnesses of a case by code, newest first, with their accounts and the grade that counts; no note is shown. */
export const listWitnesses = query({
  name: "witness.list",
  input: z.strictObject({
    caseId: CaseId,
    ageBand: AgeBand.optional(),
    sex: Sex.optional(),
    reliability: GradeFilter.optional(),
    direction: z.enum(["asc", "desc"]).default("desc"),
    page: PageInput,
  }),
  permission: "witness.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId, ageBand, sex, reliability, direction, page }) {
    const keys = keyset(page, direction, witnesses.createdAt, witnesses.id);
    const grade = reliabilityThatCounts({ read }, "witnessId", witnesses.id);
    const inList = and(
      scope.cases(witnesses.caseId),
      eq(witnesses.caseId, caseId),
      isNull(witnesses.retractedAt),
      given(witnesses.ageBand, ageBand),
      given(witnesses.sex, sex),
      gradedAs(grade, reliability),
    );
    const rows = await read
      .select({
        id: witnesses.id,
        code: witnesses.code,
        ageBand: witnesses.ageBand,
        sex: witnesses.sex,
        createdAt: witnesses.createdAt,
        reliability: grade,
        testimoniesGiven: testimoniesGiven({ read }, witnesses.id),
      })
      .from(witnesses)
      .where(and(inList, keys.where))
      .orderBy(...keys.orderBy)
      .limit(keys.limit);
    const total = await countUpTo(read, witnesses, inList);
    return { ...paged(page, rows, (row) => ({ key: row.createdAt, id: row.id })), total };
  },
});
