import { and, eq, inArray } from "drizzle-orm";
import { figures, mediaItems, sources, testimonies, witnesses } from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { inPieces } from "./in-pieces.ts";

/**
 * What testimonies, recordings and figures are called: the code, and the witness by code or the source that speaks. In the order
 * of the ids; what the caller may not see is left out.
 */
export async function namedOrigins(
  { read, scope }: Pick<AskContext, "read" | "scope">,
  ids: readonly string[],
) {
  const source = { name: sources.name, nameAr: sources.nameAr };
  const accounts = await inPieces(ids, (some) =>
    read
      .select({
        id: testimonies.id,
        code: testimonies.code,
        title: testimonies.title,
        witness: witnesses.code,
        source,
      })
      .from(testimonies)
      .leftJoin(witnesses, eq(witnesses.id, testimonies.witnessId))
      .leftJoin(sources, eq(sources.id, testimonies.sourceId))
      .where(and(scope.cases(testimonies.caseId), inArray(testimonies.id, some))),
  );
  const media = await inPieces(ids, (some) =>
    read
      .select({ id: mediaItems.id, code: mediaItems.code, title: mediaItems.title })
      .from(mediaItems)
      .where(and(scope.cases(mediaItems.caseId), inArray(mediaItems.id, some))),
  );
  const counts = await inPieces(ids, (some) =>
    read
      .select({ id: figures.id, code: figures.code, title: figures.wording, source })
      .from(figures)
      .innerJoin(sources, eq(sources.id, figures.sourceId))
      .where(and(scope.cases(figures.caseId), inArray(figures.id, some))),
  );
  const found = [
    ...accounts.map((one) => ({ type: "testimony" as const, ...one })),
    ...media.map((one) => ({ type: "media" as const, ...one, witness: null, source: null })),
    ...counts.map((one) => ({ type: "figure" as const, ...one, witness: null })),
  ];
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
