import { and, sql } from "drizzle-orm";
import { inList } from "#db/in-list.ts";
import { compartmentMarks } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import type { FacetEvidence } from "../rules/ceiling.ts";

/**
 * Whether a level is computed from something that is in a compartment closed to the caller: another account of the same witness,
 * what it is tied to. That the level takes it in tells nothing; that the evidence changed would.
 */
export async function restsOnUnseen(
  { read, scope }: Pick<LoadContext, "read" | "scope">,
  caseId: string,
  { hardEdges, softEdges }: FacetEvidence,
): Promise<boolean> {
  const ids = [...new Set([...hardEdges, ...softEdges].flatMap(({ between }) => between))];
  const kept = read.kept("evidence.unseen", (from) =>
    from
      .select({ id: compartmentMarks.id })
      .from(compartmentMarks)
      .where(
        and(
          inList(compartmentMarks.recordId, sql.placeholder("ids")),
          sql`(${compartmentMarks.mask} & ${sql.placeholder("closed")}) <> 0`,
        ),
      )
      .limit(1),
  );
  const marks = await kept.execute({ ids: JSON.stringify(ids), closed: scope.closed(caseId) });
  return marks.length > 0;
}
