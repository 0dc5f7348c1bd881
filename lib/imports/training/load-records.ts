/** Sources, places, actors, witnesses, victims, incidents, figures, media items and proceedings of a training case. */
import { recordActor } from "#lib/actors/commands/record-actor.ts";
import { recordFigure } from "#lib/figures/commands/record-figure.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { recordLink } from "#lib/links/commands/record-link.ts";
import type { LinkFields, LinkKind } from "#lib/links/vocabulary.ts";
import { recordMedia } from "#lib/media/commands/record-media.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { recordProceeding } from "#lib/proceedings/commands/record-proceeding.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { recordSource } from "#lib/sources/commands/record-source.ts";
import { recordVictim } from "#lib/victims/commands/record-victim.ts";
import { recordWitness } from "#lib/witnesses/commands/record-witness.ts";
import { figureSideOf } from "../coastal/reported-map.ts";
import type { TrainingPerson } from "./schema.ts";
import { RECORDER, type Script } from "./script.ts";

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** The id behind a key that may be absent. */
export const maybeIdOf = ({ idOf }: Script, key: string | undefined): string | null =>
  key === undefined ? null : idOf(key);

/** Links two records of the script; most links say nothing but that they hold. */
export function link(
  script: Script,
  kind: LinkKind,
  [from, to]: readonly [string, string],
  said: Partial<Pick<LinkFields, "role" | "basis" | "note">> = {},
  as: TrainingPerson = RECORDER,
) {
  return script.act(as, recordLink, {
    caseId: script.caseId,
    kind,
    fromId: script.idOf(from),
    toId: script.idOf(to),
    role: null,
    basis: null,
    note: null,
    ...said,
    basisSourceId: null,
    heldEdtf: null,
    heldWording: null,
  });
}

export async function loadWhoAndWhere(script: Script): Promise<void> {
  const { training, caseId, act, ids } = script;
  for (const { key, name, nameAr, kind, note, reliability } of training.sources) {
    const { id } = await act(RECORDER, recordSource, {
      caseId,
      importKey: key,
      name,
      nameAr,
      kind,
      standpoint: null,
      partyId: null,
      organisationId: null,
      isUnattributed: false,
      note,
    });
    ids.set(key, id);
    if (reliability) await grade(script, { sourceId: id, witnessId: null }, reliability);
  }
  for (const place of training.places) {
    const { key, name, nameAr, kind, precision } = place;
    const parentId = maybeIdOf(script, place.parent);
    const unsaid = {
      variants: null,
      latE5: null,
      lonE5: null,
      coordinateBasis: null,
      possibleDuplicateOfId: null,
      note: null,
    };
    const parentBasis = parentId === null ? null : "source_text";
    const fields = {
      caseId,
      importKey: key,
      name,
      nameAr,
      kind,
      precision,
      parentId,
      parentBasis,
      ...unsaid,
    };
    ids.set(key, (await act(RECORDER, recordPlace, fields)).id);
  }
  for (const { key, name, nameAr, kind, parent, note } of training.actors) {
    const parentId = maybeIdOf(script, parent);
    const unsaid = { aliases: null, affiliationAlleged: null, attributedSide: null };
    const fields = { caseId, importKey: key, name, nameAr, kind, parentId, note, ...unsaid };
    ids.set(key, (await act(RECORDER, recordActor, fields)).id);
  }
  for (const { key, note, ageBand, sex, reliability } of training.witnesses) {
    const fields = { caseId, importKey: key, ageBand, sex, protectionNote: null, note };
    const { id } = await act(RECORDER, recordWitness, fields);
    ids.set(key, id);
    await grade(script, { sourceId: null, witnessId: id }, reliability);
  }
}

function grade(
  { act }: Script,
  whose: { sourceId: string | null; witnessId: string | null },
  { grade: reliability, reason }: { grade: "A" | "B" | "C" | "D" | "E" | "F"; reason: string },
) {
  return act(RECORDER, gradeSource, { ...whose, reliability, reason });
}

export async function loadIncidents(script: Script): Promise<void> {
  const { training, caseId, act, ids } = script;
  for (const incident of training.incidents) {
    const { key, title, titleAr, recordKind, edtf, dateWording, victimGroup, summary } = incident;
    const made = await act(RECORDER, recordIncident, {
      caseId,
      importKey: key,
      title,
      titleAr,
      recordKind,
      occurredEdtf: edtf,
      occurredWording: dateWording,
      dateNote: null,
      localTime: null,
      victimGroup,
      attributedSide: null,
      violations: training.allegations
        .filter((one) => one.incident === key)
        .map(({ violation }) => violation),
      summary,
      parentId: maybeIdOf(script, incident.parent),
      note: null,
    });
    ids.set(key, made.id);
    for (const place of incident.places) await link(script, "incident_place", [key, place]);
  }
  for (const { key, kind, label, ageBand, sex, count } of training.victims) {
    const note = count === undefined ? null : `Number as told: ${count}.`;
    const fields = {
      caseId,
      importKey: key,
      kind,
      label,
      ageBand,
      sex,
      outcome: null,
      incidentId: null,
      sourceId: null,
      note,
    };
    ids.set(key, (await act(RECORDER, recordVictim, fields)).id);
  }
}

export async function loadReported(script: Script): Promise<void> {
  const { training, caseId, act, ids, idOf } = script;
  for (const figure of training.figures) {
    const { key, scope, asOf, period, category, outcome, unit, min, max, certainty, wording } = figure;
    const made = await act(RECORDER, recordFigure, {
      caseId,
      importKey: key,
      scope,
      incidentId: maybeIdOf(script, figure.incident),
      placeId: maybeIdOf(script, figure.place),
      sourceId: idOf(figure.source),
      reportedViaId: maybeIdOf(script, figure.reportedVia),
      asOfEdtf: asOf,
      periodEdtf: period,
      category,
      outcome,
      unit,
      attributedTo: figureSideOf(figure.attributedTo),
      min,
      max,
      certainty,
      valueText: null,
      wording,
      note: orNull(figure.note),
    });
    ids.set(key, made.id);
  }
  for (const item of training.media) {
    const { key, kind, title, description, circulated } = item;
    const made = await act(RECORDER, recordMedia, {
      caseId,
      importKey: key,
      kind,
      title,
      description,
      circulatedEdtf: circulated.edtf,
      circulatedBy: item.circulatedBy.map(idOf),
      verifications: item.verifications.map(({ source, state, note }) => ({
        sourceId: idOf(source),
        state,
        note,
      })),
      note: orNull(item.note),
    });
    ids.set(key, made.id);
    for (const incident of item.incidents) await link(script, "media_incident", [key, incident]);
    for (const place of item.places) await link(script, "media_place", [key, place]);
  }
}

export async function loadProceedings(script: Script): Promise<void> {
  const { training, caseId, act, ids, idOf } = script;
  for (const proceeding of training.proceedings) {
    const { key, kind, title, titleAr, body, edtf, wording, status, statusAsOf, summary } = proceeding;
    const made = await act(RECORDER, recordProceeding, {
      caseId,
      importKey: key,
      kind,
      title,
      bodyActorId: idOf(body),
      heldEdtf: edtf,
      heldWording: wording,
      status,
      statusAsOfEdtf: statusAsOf,
      parentId: null,
      summary,
      note: titleAr,
    });
    ids.set(key, made.id);
    for (const incident of proceeding.incidents) await link(script, "proceeding_incident", [key, incident]);
    for (const figure of proceeding.figures) await link(script, "proceeding_figure", [key, figure]);
    for (const source of proceeding.sources) await link(script, "proceeding_source", [key, source]);
  }
}
