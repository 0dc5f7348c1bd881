/** Which accounts of a case leave, and what follows for all that was cut from them or rests on them. */
import { isNull } from "drizzle-orm";
import {
  allegations,
  contradictions,
  evidenceLinks,
  findings,
  statements,
  testimonies,
} from "#db/schema/index.ts";
import type { AskContext } from "#lib/core/query.ts";
import { facetKey } from "#lib/corroboration/find/affected-facets.ts";
import { citedTexts } from "#lib/corroboration/find/cited-texts.ts";
import {
  FROM_WITHHELD,
  type LinkForRelease,
  MAY_RETELL,
  RETRACTED,
  whyAllegationStays,
  whyFindingStays,
  whyStatementStays,
  whyTestimonyStays,
  type Withholding,
  withheldEvidenceOf,
} from "../rules/release.ts";
import type { WithheldEvidence, WithheldKind } from "../vocabulary.ts";
import { gateBars } from "./gate-bars.ts";
import type { Destination } from "./gate-worlds.ts";
import { allOfCase } from "./slices.ts";

export interface WithheldItem extends Withholding {
  kind: WithheldKind;
  code: string;
}

type EvidenceRow = typeof evidenceLinks.$inferSelect & LinkForRelease;

/**
 * Testimonies, statements, allegations, links and findings of a case, parted into what may go and what stays and why.
 * @param to null where nobody is named yet: then the gate is not asked
 */
export async function judgeRelease(ctx: AskContext, caseId: string, to: Destination | null) {
  const rowsTold = await allOfCase(ctx, testimonies, caseId);
  const bars = await barsOf(ctx, caseId, rowsTold, to);
  const told = parted("testimony", rowsTold, (row) =>
    whyTestimonyStays({
      ...row,
      retracted: row.retractedAt !== null,
      keptByGate: bars.get(row.id) ?? null,
    }),
  );
  const cut = await judgedStatements(ctx, caseId, told);
  const standing = new Map([...cut.released, ...cut.kept].map((row) => [row.id, row.testimonyId ?? ""]));
  const rows = await allOfCase(ctx, evidenceLinks, caseId, isNull(evidenceLinks.retractedAt));
  const evidence = rows.flatMap((row): EvidenceRow[] => {
    const testimonyId = standing.get(row.statementId);
    if (testimonyId === undefined) return []; // its statement was retracted
    return [{ ...row, keptBy: told.keptBy.get(testimonyId) ?? cut.keptBy.get(row.statementId) ?? null }];
  });
  const ofAllegation = Map.groupBy(evidence, ({ allegationId }) => allegationId);
  const alleged = parted("allegation", await allOfCase(ctx, allegations, caseId), (row) =>
    row.retractedAt === null ? whyAllegationStays(ofAllegation.get(row.id) ?? []) : RETRACTED,
  );
  const linked = parted("evidence_link", evidence, (row) => whyLinkStays(row, alleged.keptBy));
  const ofFacet = Map.groupBy(evidence, facetKey);
  const bearing = new Map([...ofFacet].map(([key, links]) => [key, withheldEvidenceOf(links)]));
  const between = await judgedContradictions(ctx, caseId, cut);
  const decided = await judgedFindings(ctx, caseId, cut.keptBy, alleged.keptBy);
  const released = {
    testimonies: told.released,
    statements: cut.released,
    allegations: alleged.released,
    evidence: linked.released.map((row) => silenced(row, bearing)),
    findings: decided.released.map((row) => silenced(row, bearing)),
    between: between.released.map(({ allegationId, facet, ...row }) => ({
      ...row,
      allegationId: alleged.released.some(({ id }) => id === allegationId) ? allegationId : null,
      facet,
      withheldEvidence:
        allegationId === null || facet === null ? [] : (bearing.get(facetKey({ allegationId, facet })) ?? []),
    })),
  };
  return {
    released,
    keptTestimonies: told.kept,
    keptAllegations: alleged.kept,
    withheld: {
      testimonies: told.withheld,
      allegations: alleged.withheld,
      findings: [...decided.withheld, ...reasonsOf(released.findings)],
      others: [
        ...cut.withheld,
        ...linked.withheld,
        ...between.withheld,
        ...reasonsOf(released.between.filter((row) => row.note !== null || row.decisionReason !== null)),
        ...reasonsOf(released.evidence.filter(({ resolvedAt }) => resolvedAt !== null)),
      ],
    },
  };
}

type TestimonyRow = typeof testimonies.$inferSelect;

async function barsOf(
  { read, now }: AskContext,
  caseId: string,
  rows: readonly TestimonyRow[],
  to: Destination | null,
) {
  return to === null ? new Map<string, Withholding>() : gateBars(read, caseId, rows, to, now);
}

function parted<R extends { id: string; code: string }>(
  kind: WithheldKind,
  rows: readonly R[],
  why: (row: R) => Withholding | null,
) {
  const judged = rows.map((row) => ({ row, why: why(row) }));
  const kept = judged.flatMap(({ row, why: reason }) => (reason ? [{ row, reason }] : []));
  return {
    released: judged.flatMap(({ row, why: reason }) => (reason ? [] : [row])),
    kept: kept.map(({ row }) => row),
    keptBy: new Map(kept.map(({ row, reason }) => [row.id, reason.rule])),
    withheld: kept.map(({ row, reason }): WithheldItem => ({ kind, code: row.code, ...reason })),
  };
}

interface Told {
  released: readonly Pick<typeof testimonies.$inferSelect, "id" | "acceptedNumber">[];
  keptBy: KeptBy;
}

/** A statement goes with the account that it was cut from, as long as what was accepted of that says the same. */
async function judgedStatements(ctx: AskContext, caseId: string, told: Told) {
  const rows = await allOfCase(ctx, statements, caseId, isNull(statements.retractedAt));
  const accepted = new Map(told.released.map((row) => [row.id, row.acceptedNumber]));
  const citation = ({ testimonyId, testimonyNumber, paragraphs }: (typeof rows)[number]) => ({
    testimonyId,
    citedNumber: testimonyNumber,
    paragraphs,
    acceptedNumber: accepted.get(testimonyId ?? "") ?? null,
  });
  const textOf = await citedTexts(ctx.read, rows.map(citation));
  return parted("statement", rows, (row) =>
    row.testimonyId !== null && told.keptBy.has(row.testimonyId)
      ? FROM_WITHHELD
      : whyStatementStays(textOf(citation(row))),
  );
}

/** What two statements say against each other goes where both go: also what nobody has decided about, and what was dismissed. */
async function judgedContradictions(
  ctx: AskContext,
  caseId: string,
  { released }: { released: readonly { id: string }[] },
) {
  const going = new Set(released.map(({ id }) => id));
  const rows = await allOfCase(ctx, contradictions, caseId);
  return parted("contradiction", rows, ({ statementId, otherStatementId }) =>
    going.has(statementId) && going.has(otherStatementId) ? null : FROM_WITHHELD,
  );
}

type KeptBy = ReadonlyMap<string, string>;

/** What contradicts an allegation goes although the allegation stays: it never hides behind what it speaks against. */
function whyLinkStays({ keptBy, stance, allegationId }: EvidenceRow, keptAllegations: KeptBy) {
  const besideKept = keptAllegations.has(allegationId) && stance !== "contradict";
  return keptBy !== null || besideKept ? FROM_WITHHELD : null;
}

async function judgedFindings(
  ctx: AskContext,
  caseId: string,
  keptStatements: KeptBy,
  keptAllegations: KeptBy,
) {
  const rows = await allOfCase(ctx, findings, caseId, isNull(findings.retractedAt));
  const current = rows.filter(({ status }) => status !== "superseded" && status !== "withdrawn");
  return parted("finding", current, ({ status, witnessSet, allegationId }) =>
    whyFindingStays({
      status,
      restsOnWithheld: keptAllegations.has(allegationId) || witnessSet.some((id) => keptStatements.has(id)),
    }),
  );
}

type OfFacet = Pick<EvidenceRow, "allegationId" | "facet">;

const silenced = <R extends OfFacet>(row: R, bearing: ReadonlyMap<string, WithheldEvidence[]>) => ({
  ...row,
  withheldEvidence: bearing.get(facetKey(row)) ?? [],
});

const reasonsOf = (rows: readonly { code: string; withheldEvidence: readonly unknown[] }[]) =>
  rows.flatMap(({ code, withheldEvidence }): WithheldItem[] =>
    withheldEvidence.length === 0 ? [] : [{ kind: "reasons", code, ...MAY_RETELL }],
  );
