import { and, asc, eq, isNull } from "drizzle-orm";
import { tags } from "#db/schema/index.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { query } from "#lib/core/query.ts";
import { z } from "zod";
import { TAGS_PER_CASE_MAX } from "../vocabulary.ts";

/** The tags of a case by name: all of them, as a case has no more than can be chosen from. */
export const listTags = query({
  name: "tag.list",
  input: z.strictObject({ caseId: CaseId }),
  permission: "tag.read",
  caseOf: ({ caseId }) => caseId,
  async run({ read, scope }, { caseId }) {
    const rows = await read
      .select({ id: tags.id, version: tags.version, name: tags.name })
      .from(tags)
      .where(and(scope.cases(tags.caseId), eq(tags.caseId, caseId), isNull(tags.retractedAt)))
      .orderBy(asc(tags.nameKey), asc(tags.id))
      .limit(TAGS_PER_CASE_MAX);
    return { rows, may: { write: scope.roleFor("tag.write", caseId) !== null } };
  },
});
