/** Statements, allegations, evidence links, ties and findings of a training case, each by the person who made it. */
import { approveFinding } from "#lib/corroboration/commands/approve-finding.ts";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { draftFinding } from "#lib/corroboration/commands/draft-finding.ts";
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { recordDependency } from "#lib/corroboration/commands/record-dependency.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import { returnFinding } from "#lib/corroboration/commands/return-finding.ts";
import { secondFinding } from "#lib/corroboration/commands/second-finding.ts";
import { submitFinding } from "#lib/corroboration/commands/submit-finding.ts";
import { takeFinding } from "#lib/corroboration/commands/take-finding.ts";
import { maybeIdOf } from "./load-records.ts";
import type { TrainingCase, TrainingPerson } from "./schema.ts";
import { RECORDER, type Script } from "./script.ts";

type Finding = TrainingCase["findings"][number];
type Statement = TrainingCase["statements"][number];

export async function loadStatements(script: Script): Promise<void> {
  const { training, caseId, act, ids } = script;
  for (const statement of training.statements) {
    const { key, claim, paragraphs, basis, plausibility, identification } = statement;
    const testimony = training.testimonies.find((one) => one.key === statement.testimony);
    const media = training.media.find((one) => one.key === statement.media);
    const figure = training.figures.find((one) => one.key === statement.figure);
    const made = await act(authorOf(testimony), recordStatement, {
      caseId,
      importKey: key,
      testimonyId: maybeIdOf(script, statement.testimony),
      mediaId: maybeIdOf(script, statement.media),
      figureId: maybeIdOf(script, statement.figure),
      claim,
      testimonyNumber: testimony ? newestVersion(testimony) : null,
      paragraphs: paragraphs === "all" ? null : paragraphs,
      basis,
      plausibility,
      identification,
      countBasis: figure?.countBasis ?? "none",
      mediaRank: media?.rank ?? null,
      mediaCondition: media ? (media.flags.includes("recycled") ? "recycled" : "usable") : null,
      showsActItself: media?.showsActItself ?? null,
      tags: [],
      note: null,
      ...saidOf(script, statement),
    });
    ids.set(key, made.id);
  }
}

/** What the statement says exactly, in the fields of its command. */
function saidOf(script: Script, { said = {}, exculpatory }: Statement) {
  return {
    saidEdtf: said.edtf ?? null,
    saidWording: said.wording ?? null,
    saidPlaceId: maybeIdOf(script, said.place),
    saidActorId: maybeIdOf(script, said.actor),
    saidAct: said.act ?? null,
    saidActSense: said.sense ?? null,
    saidMin: said.min ?? null,
    saidMax: said.max ?? null,
    saidUnit: said.unit ?? null,
    saidCategory: said.category ?? null,
    saidOutcome: said.outcome ?? null,
    exculpatory: exculpatory ?? null,
  };
}

const authorOf = (testimony: { author: TrainingPerson } | undefined): TrainingPerson =>
  testimony?.author ?? RECORDER;

/** Each amendment opens a version. */
const newestVersion = ({ path }: TrainingCase["testimonies"][number]): number =>
  1 + path.filter((step) => step.do === "amend").length;

export async function loadAllegations(script: Script): Promise<void> {
  const { training, caseId, act, ids, idOf } = script;
  for (const allegation of training.allegations) {
    const { key, violation, edtf, wording, childConcerned } = allegation;
    const made = await act(RECORDER, recordAllegation, {
      caseId,
      importKey: key,
      incidentId: idOf(allegation.incident),
      violation,
      actorId: maybeIdOf(script, allegation.actor),
      victimId: maybeIdOf(script, allegation.victim),
      placeId: maybeIdOf(script, allegation.place),
      occurredEdtf: edtf ?? null,
      occurredWording: null,
      wording,
      childConcerned,
      note: null,
    });
    ids.set(key, made.id);
  }
}

export async function loadEvidence({ training, caseId, act, idOf }: Script): Promise<void> {
  for (const { statement, allegation, facets, stance, rationale, author } of training.evidence) {
    const ends = { statementId: idOf(statement), allegationId: idOf(allegation) };
    await act(author, recordEvidence, { caseId, ...ends, facets, stance, rationale });
  }
  // A tie gets the weight of its kind; only a reviewer weighs one anew, and this script has none that does.
  for (const { kind, between, note } of training.dependencies) {
    const [statementId, otherStatementId] = [idOf(between[0]), idOf(between[1])];
    await act(RECORDER, recordDependency, {
      caseId,
      kind,
      statementId,
      otherStatementId,
      note: note ?? null,
    });
  }
}

export async function loadFindings(script: Script): Promise<void> {
  for (const finding of script.training.findings) {
    const { allegation, facet, author, contrarySearch, reasoning, determination, standard } = finding;
    const importKey = `${allegation}/${facet}`;
    const { id, version } = await script.act(author, draftFinding, {
      importKey,
      allegationId: script.idOf(allegation),
      facet,
      determination,
      standard,
      reasoning,
      contrarySearch: contrarySearch.answer,
      contrarySearchOn: contrarySearch.on,
      contrarySearchResult: contrarySearch.result,
    });
    script.ids.set(importKey, id);
    await walk(script, finding, id, version);
  }
}

async function walk(
  { act }: Script,
  { author, path }: Finding,
  findingId: string,
  from: number,
): Promise<void> {
  let version = from;
  for (const step of path) {
    const at = { findingId, version };
    switch (step.do) {
      case "submit":
        ({ version } = await act(author, submitFinding, at));
        break;
      case "take":
        ({ version } = await act(step.by, takeFinding, { ...at, conflict: "no" }));
        break;
      case "approve":
        ({ version } = await act(step.by, approveFinding, at));
        break;
      case "second":
        ({ version } = await act(step.by, secondFinding, { ...at, conflict: "no" }));
        break;
      case "return":
        ({ version } = await act(step.by, returnFinding, { ...at, comment: step.comment }));
        break;
      case "contest":
        ({ version } = await act(step.by, contestFinding, { ...at, reason: step.reason }));
        break;
    }
  }
}
