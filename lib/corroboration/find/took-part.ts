/** Who had a hand in a facet by what the log says: what they did may stand in no column any more. */
import { and, eq, inArray, or } from "drizzle-orm";
import {
  auditEvents,
  contradictions,
  dependencies,
  evidenceLinks,
  findings,
  sourceTies,
  statements,
  testimonies,
} from "#db/schema/index.ts";
import { unindexed } from "#db/unindexed.ts";
import { peopleBehind } from "#lib/audit/people.ts";
import type { AskContext } from "#lib/core/query.ts";
import type { FacetRef } from "./affected-facets.ts";
import { inPieces } from "./in-pieces.ts";

/** Acts by which somebody has a part in what is decided. A level computed again is nobody's, whoever's act set it off. */
const PARTS = [
  "contradiction.decide",
  "contradiction.dismiss",
  "contradiction.resolve",
  "dependency.amend",
  "dependency.record",
  "dependency.retract",
  "evidence.amend",
  "evidence.resolve",
  "evidence.retract",
  "finding.contest",
  "finding.resolve",
  "finding.return",
  "finding.take",
  "sourceTie.amend",
  "sourceTie.record",
  "sourceTie.retract",
];

/** The humans who did one of these acts on a facet's findings, links, contradictions or ties. */
export async function tookPartIn(
  { read, keys }: Pick<AskContext, "read" | "keys">,
  facet: FacetRef,
): Promise<string[]> {
  const ids = await recordsOf(read, facet);
  const acts = await inPieces(ids, (some) =>
    read
      .selectDistinct({ actor: auditEvents.actor })
      .from(auditEvents)
      .where(
        and(
          inArray(auditEvents.objectId, some),
          inArray(unindexed(auditEvents.act), PARTS),
          eq(unindexed(auditEvents.decision), "allow"),
        ),
      ),
  );
  const people = await peopleBehind(
    read,
    keys,
    acts.map(({ actor }) => actor),
  );
  return [...new Set([...people.values()].map(({ humanId }) => humanId))];
}

/** Ids of what such acts are on. */
async function recordsOf(read: AskContext["read"], { allegationId, facet }: FacetRef): Promise<string[]> {
  const versions = await read
    .select({ id: findings.id })
    .from(findings)
    .where(and(eq(findings.allegationId, allegationId), eq(findings.facet, facet)));
  const links = await read
    .select({
      id: evidenceLinks.id,
      statementId: evidenceLinks.statementId,
      witnessId: testimonies.witnessId,
      sourceId: testimonies.sourceId,
    })
    .from(evidenceLinks)
    .innerJoin(statements, eq(statements.id, evidenceLinks.statementId))
    .leftJoin(testimonies, eq(testimonies.id, statements.testimonyId))
    .where(and(eq(evidenceLinks.allegationId, allegationId), eq(evidenceLinks.facet, facet)));
  const linkIds = links.map(({ id }) => id);
  const cited = links.map(({ statementId }) => statementId);
  const between = await inPieces(cited, (some) =>
    read
      .select({ id: dependencies.id })
      .from(dependencies)
      .where(or(inArray(dependencies.statementId, some), inArray(dependencies.otherStatementId, some))),
  );
  const named = await read
    .select({ id: contradictions.id })
    .from(contradictions)
    .where(and(eq(contradictions.allegationId, allegationId), eq(contradictions.facet, facet)));
  // Also what names no facet, and what was dismissed before it came to one.
  const others = await inPieces(cited, (some) =>
    read
      .select({
        id: contradictions.id,
        facet: contradictions.facet,
        ends: { one: contradictions.statementId, other: contradictions.otherStatementId },
      })
      .from(contradictions)
      .where(or(inArray(contradictions.statementId, some), inArray(contradictions.otherStatementId, some))),
  );
  const isCited = new Set(cited);
  const about = others.filter(
    (one) => one.facet === null || (isCited.has(one.ends.one) && isCited.has(one.ends.other)),
  );
  const speakers = [...new Set(links.flatMap(({ witnessId, sourceId }) => witnessId ?? sourceId ?? []))];
  const tied = await inPieces(speakers, (some) =>
    read
      .select({ id: sourceTies.id })
      .from(sourceTies)
      .where(
        or(
          inArray(sourceTies.witnessId, some),
          inArray(sourceTies.otherWitnessId, some),
          inArray(sourceTies.sourceId, some),
          inArray(sourceTies.otherSourceId, some),
        ),
      ),
  );
  return [...versions, ...between, ...named, ...about, ...tied].map(({ id }) => id).concat(linkIds);
}
