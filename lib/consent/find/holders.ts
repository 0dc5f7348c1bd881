/** Who holds copies of what a person told. */
import { and, asc, desc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import { caseExports, recipients, testimonies } from "#db/schema/index.ts";
import { listHolds, listHoldsId } from "#db/json-list.ts";
import type { AskContext } from "#lib/core/query.ts";

/** Exports that are named; the newest. */
const SHOWN_MAX = 200;

/** Who fetched an export that holds an account of the person: they are to be told of a withdrawal (Murad Code). */
export async function holdersOf({ read, scope }: AskContext, caseId: string, witnessId: string) {
  const told = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(and(eq(testimonies.witnessId, witnessId), scope.cases(testimonies.caseId, "testimony.read")));
  if (told.length === 0) return [];
  return read
    .select({
      exportId: caseExports.id,
      code: caseExports.code,
      finishedAt: caseExports.finishedAt,
      downloads: caseExports.downloads,
      recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
    })
    .from(caseExports)
    .leftJoin(recipients, eq(recipients.id, caseExports.recipientId))
    .where(
      and(
        scope.cases(caseExports.caseId, "export.read"),
        eq(caseExports.caseId, caseId),
        gt(caseExports.downloads, 0),
        isNotNull(caseExports.included),
        or(...told.map(({ id }) => listHolds(caseExports.included, id))),
      ),
    )
    .orderBy(desc(caseExports.createdAt), desc(caseExports.id))
    .limit(SHOWN_MAX);
}

/** Of some people of a case: the recipients who fetched an account of theirs, each once. */
export async function copiesOf({ read, scope }: AskContext, caseId: string, witnessIds: readonly string[]) {
  if (witnessIds.length === 0) return new Map<string, Recipient[]>();
  const rows = await read
    .selectDistinct({
      witnessId: testimonies.witnessId,
      recipient: { id: recipients.id, name: recipients.name, nameAr: recipients.nameAr },
    })
    .from(testimonies)
    .innerJoin(
      caseExports,
      and(
        eq(caseExports.caseId, testimonies.caseId),
        gt(caseExports.downloads, 0),
        listHoldsId(caseExports.included, testimonies.id),
      ),
    )
    .innerJoin(recipients, eq(recipients.id, caseExports.recipientId))
    .where(
      and(
        eq(testimonies.caseId, caseId),
        inArray(testimonies.witnessId, [...witnessIds]),
        scope.cases(testimonies.caseId, "testimony.read"),
        scope.cases(caseExports.caseId, "export.read"),
      ),
    )
    .orderBy(asc(recipients.name), asc(recipients.id));
  const held = Map.groupBy(rows, ({ witnessId }) => witnessId ?? "");
  return new Map([...held].map(([id, copies]) => [id, copies.map(({ recipient }) => recipient)]));
}

type Recipient = Pick<typeof recipients.$inferSelect, "id" | "name" | "nameAr">;
