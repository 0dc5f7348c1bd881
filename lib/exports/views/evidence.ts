/** The heart of a dossier: testimonies, statements, allegations, findings, contradictions. Only what was released. */
import { EVERY } from "#db/hidden-by.ts";
import type { StatedFacts } from "#db/schema/testimonies.ts";
import { corroborationOfTestimonies } from "#lib/corroboration/find.ts";
import { isOverride } from "#lib/corroboration/rules/appeal.ts";
import { Basis, DeterminationLevel, Plausibility } from "#lib/corroboration/vocabulary.ts";
import type { AskContext } from "#lib/core/query.ts";
import { HEARD_QUESTIONS } from "#lib/testimonies/words.ts";
import type { Dossier } from "../dossier.ts";
import type { Deciders } from "../find/deciders.ts";
import type { Material } from "../find/material.ts";
import { RELEASED_FINDINGS } from "../rules/release.ts";
import { z } from "zod";
import { type CodeOf, codeLookUp, groundsOf, linkedCodes } from "./links.ts";

type Evidence = Pick<
  Dossier,
  | "testimonies"
  | "statements"
  | "allegations"
  | "findings"
  | "contradictions"
  | "statementContradictions"
  | "evidenceLinks"
>;
const ReleasedStatus = z.enum(RELEASED_FINDINGS);

export async function evidenceOf(ctx: AskContext, material: Material, deciders: Deciders): Promise<Evidence> {
  const codeOf = codeLookUp(material);
  const status = await corroborationOfTestimonies(
    ctx.read,
    material.testimonies.map(({ id }) => id),
    EVERY,
  );
  return {
    testimonies: material.testimonies.map((row) => ({
      ...testimonyView(row, material, codeOf, deciders),
      corroboration: status.get(row.id) ?? "not_assessed",
    })),
    statements: material.statements.flatMap((row) => statementView(row, codeOf)),
    allegations: material.allegations.map((row) => allegationView(row, material, codeOf)),
    findings: material.findings.map((row) => findingView(row, codeOf, deciders)),
    contradictions: material.evidence.flatMap((row) =>
      row.stance === "contradict" ? contradictionView(row, codeOf, deciders) : [],
    ),
    statementContradictions: material.between.flatMap((row) => betweenView(row, codeOf)),
    evidenceLinks: material.evidence.flatMap((row) => {
      const ends = endsOf(row, codeOf);
      return ends
        ? [{ code: row.code, ...ends, facet: row.facet, stance: row.stance, rationale: row.rationale }]
        : [];
    }),
  };
}

function testimonyView(
  row: Material["testimonies"][number],
  material: Material,
  codeOf: CodeOf,
  deciders: Deciders,
) {
  const version = material.versions.find(({ testimonyId }) => testimonyId === row.id);
  const translated = version?.translationLanguage ?? null;
  return {
    code: row.code,
    title: row.title,
    version: version?.number ?? row.versionNumber,
    kind: row.kind,
    voice: row.voice,
    textBasis: version?.textBasis ?? "paraphrase",
    witnessCode: codeOf(row.witnessId),
    sourceCode: codeOf(row.sourceId),
    publisherCodes: row.publisherIds.flatMap((id) => codeOf(id) ?? []),
    language: tagOf(version?.originalLanguage ?? null),
    taken: { edtf: row.takenEdtf, wording: row.takenWording },
    present: material.people
      .filter(({ testimonyId }) => testimonyId === row.id)
      .map(({ role, humanId, description }) => ({
        role,
        code: deciders.codeOf(humanId),
        description,
      })),
    ...interviewView(version?.facts),
    consent: [
      { purpose: "internal_use", answer: row.consentInternal },
      { purpose: "export", answer: row.consentExport },
    ],
    translation:
      translated === null ? null : { language: translated, translator: version?.translator ?? "–" },
    paragraphs: version?.paragraphs ?? [],
    incidentCodes: linkedCodes(material, codeOf, "testimony_incident", row.id),
    allegedSuspects: material.links.flatMap((link) => {
      const actorCode =
        link.kind === "testimony_suspect" && link.fromId === row.id ? codeOf(link.toId) : null;
      return actorCode === null ? [] : [{ actorCode, role: link.role ?? "suspected", ...groundsOf(link) }];
    }),
  };
}

/** What an accepted version says of what was heard before and of its interview. Words on help elsewhere stay in the house. */
function interviewView(
  facts: StatedFacts | undefined,
): Pick<Dossier["testimonies"][number], "heardBefore" | "interview"> {
  const heard = facts?.heardBefore ?? null;
  const held = facts?.interview ?? null;
  if (heard === null && held === null) return { heardBefore: null, interview: null };
  const words = {
    talked: heard?.talkedWords,
    sawPosts: heard?.sawPostsWords,
    inGroup: heard?.inGroupWords,
    askedBefore: null,
  };
  return {
    heardBefore:
      heard &&
      HEARD_QUESTIONS.map((question) => ({
        question,
        answer: heard[question] ?? "not_asked",
        words: words[question] ?? null,
        askedBy: question === "askedBefore" ? heard.askedBeforeBy : [],
      })),
    interview: held && {
      placeType: held.placeType,
      startedAt: held.startedAt,
      endedAt: held.endedAt,
      breaks: held.breaks,
      recording: held.recording,
      informed: held.informed,
      informedOf: held.informedOf,
      freeRecall: held.freeRecall,
      leadingQuestions: held.leading.map(({ question }) => question),
      support: held.support,
    },
  };
}

// "unknown" is no BCP 47 tag; a dossier says null.
const tagOf = (language: string | null): string | null =>
  language === "unknown" || language === "und" ? null : language;

function statementView(row: Material["statements"][number], codeOf: CodeOf): Dossier["statements"] {
  const from =
    row.testimonyId !== null
      ? ({ kind: "testimony", id: row.testimonyId } as const)
      : row.mediaId !== null
        ? ({ kind: "media", id: row.mediaId } as const)
        : ({ kind: "figure", id: row.figureId } as const);
  const code = codeOf(from.id);
  if (code === null) return [];
  return [
    {
      code: row.code,
      from: { kind: from.kind, code },
      paragraphs: row.paragraphs,
      claim: row.claim,
      basis: Basis.parse(row.basis),
      plausibility: Plausibility.nullable().parse(row.plausibility),
    },
  ];
}

function allegationView(
  row: Material["allegations"][number],
  material: Material,
  codeOf: CodeOf,
): Dossier["allegations"][number] {
  return {
    code: row.code,
    incidentCode: codeOf(row.incidentId) ?? row.code,
    violation: row.violation,
    wording: row.wording,
    actorCode: codeOf(row.actorId),
    victim: material.victims.find(({ id }) => id === row.victimId)?.label ?? null,
    when: { edtf: row.occurredEdtf, wording: row.occurredWording },
    placeCode: codeOf(row.placeId),
  };
}

function findingView(
  row: Material["findings"][number],
  codeOf: CodeOf,
  deciders: Deciders,
): Dossier["findings"][number] {
  const mayGo = row.withheldEvidence.length === 0;
  return {
    code: row.code,
    version: row.number,
    allegationCode: codeOf(row.allegationId) ?? row.code,
    facet: row.facet,
    status: ReleasedStatus.parse(row.status),
    level: DeterminationLevel.parse(row.determination ?? 0),
    ceiling: DeterminationLevel.parse(row.ceiling),
    standardOfProof: row.standard,
    reasoning: mayGo ? row.reasoning : null,
    withheldEvidence: row.withheldEvidence,
    contrarySearch:
      row.contrarySearch === "yes"
        ? { on: row.contrarySearchOn, result: mayGo ? row.contrarySearchResult : null }
        : null,
    witnessSet: row.witnessSet.flatMap((id) => codeOf(id) ?? []),
    deciders: decidersOf(row, deciders),
    algorithmVersion: row.algorithmVersion,
    codebookVersion: row.codebookVersion,
    // Only a panel sets a level above the ceiling; the ceiling is that of the decision.
    override: isOverride(row),
  };
}

function decidersOf(row: Material["findings"][number], deciders: Deciders) {
  const step = (
    name: Dossier["findings"][number]["deciders"][number]["step"],
    humanId: string | null,
    at: number | null,
  ) => {
    const permission = name === "submitted" ? "finding.write" : "finding.review";
    const who = deciders.at(humanId, at, permission);
    return who && at !== null ? [{ step: name, ...who, at: new Date(at).toISOString() }] : [];
  };
  if (row.appealId !== null && row.submittedAt === null)
    return [
      ...step("heard", row.reviewerHumanId, row.reviewedAt),
      ...step("heard", row.secondHumanId, row.approvedAt),
    ];
  // A reviewer never reviews a version of their own but where they settle a contested one: then nobody submitted it.
  const settled = row.reviewerHumanId !== null && deciders.humanOf(row.createdBy) === row.reviewerHumanId;
  return [
    ...(settled ? [] : step("submitted", row.authorHumanId, row.submittedAt)),
    ...step(settled ? "resolved" : "reviewed", row.reviewerHumanId, row.reviewedAt),
    ...step("confirmed", row.secondHumanId, row.approvedAt),
  ];
}

function contradictionView(
  row: Material["evidence"][number],
  codeOf: CodeOf,
  deciders: Deciders,
): Dossier["contradictions"] {
  const ends = endsOf(row, codeOf);
  const resolver = deciders.at(row.resolvedByHumanId, row.resolvedAt, "evidence.resolve");
  const reason = row.withheldEvidence.length === 0 ? row.resolutionReason : null;
  if (!ends) return [];
  const resolution =
    row.resolvedAt !== null && resolver
      ? { reason, at: new Date(row.resolvedAt).toISOString(), ...resolver }
      : null;
  return [{ code: row.code, ...ends, facet: row.facet, rationale: row.rationale, resolution }];
}

function betweenView(row: Material["between"][number], codeOf: CodeOf): Dossier["statementContradictions"] {
  const [statementCode, otherStatementCode] = [codeOf(row.statementId), codeOf(row.otherStatementId)];
  if (statementCode === null || otherStatementCode === null) return [];
  const allegationCode = codeOf(row.allegationId);
  const at = row.resolvedAt ?? row.decidedAt;
  const { code, kind, facet, state, material } = row;
  const goesInWords = row.withheldEvidence.length === 0;
  return [
    {
      code,
      statementCode,
      otherStatementCode,
      kind,
      allegationCode,
      facet: allegationCode === null ? null : facet,
      state,
      material,
      note: goesInWords ? row.note : null,
      reason: goesInWords ? (row.resolutionReason ?? row.decisionReason) : null,
      decidedAt: at === null ? null : new Date(at).toISOString(),
    },
  ];
}

function endsOf(row: { statementId: string; allegationId: string }, codeOf: CodeOf) {
  const statementCode = codeOf(row.statementId);
  const allegationCode = codeOf(row.allegationId);
  return statementCode === null || allegationCode === null ? null : { statementCode, allegationCode };
}
