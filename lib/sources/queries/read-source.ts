import { z } from "zod";
import { query } from "#lib/core/query.ts";
import { bearingsOfSource, findSource, gradesOf } from "../find.ts";
import { SourceId } from "../vocabulary.ts";

/** One source with its grades, newest first: the first one counts. */
export const readSource = query({
  name: "source.read",
  input: z.strictObject({ sourceId: SourceId }),
  permission: "source.read",
  async run(ctx, { sourceId }) {
    const source = await findSource(ctx, sourceId);
    const stands = source.retractedAt === null;
    return {
      ...source,
      ...(await bearingsOfSource(ctx, source)),
      grades: await gradesOf(ctx, "sourceId", sourceId),
      may: {
        write: stands && ctx.scope.roleFor("source.write", source.caseId) !== null,
        grade: stands && ctx.scope.roleFor("source.grade", source.caseId) !== null,
      },
    };
  },
});
