/** The registers of a dossier: incidents, places, actors, sources, figures, media, proceedings. Records refer by code. */
import type { Dossier } from "../dossier.ts";
import type { Material } from "../find/material.ts";
import { type CodeOf, codeLookUp, groundsOf, linkedCodes, NO_GROUNDS } from "./links.ts";

type Registers = Pick<
  Dossier,
  "incidents" | "places" | "actors" | "sources" | "figures" | "media" | "proceedings"
>;

export function registersOf(material: Material): Registers {
  const codeOf = codeLookUp(material);
  return {
    incidents: material.incidents.map((row) => incidentView(row, material, codeOf)),
    places: material.places.map((row) => ({
      code: row.code,
      name: row.name,
      nameAr: row.nameAr,
      otherNames: lines(row.variants),
      kind: row.kind,
      precision: row.precision,
      parentCode: codeOf(row.parentId),
    })),
    actors: material.actors.map((row) => actorView(row, material, codeOf)),
    sources: material.sources.map((row) => sourceView(row, material)),
    figures: material.figures.map((row) => figureView(row, codeOf)),
    media: material.media.map((row) => mediaView(row, material, codeOf)),
    proceedings: material.proceedings.map((row) => ({
      code: row.code,
      title: row.title,
      family: row.family === "response" ? "response" : "proceeding",
      kind: row.kind,
      bodyCode: codeOf(row.bodyActorId),
      when: { edtf: row.heldEdtf, wording: row.heldWording },
      status: row.status,
      summary: row.summary,
      incidentCodes: linkedCodes(material, codeOf, "proceeding_incident", row.id),
      sourceCodes: linkedCodes(material, codeOf, "proceeding_source", row.id),
    })),
  };
}

function incidentView(
  row: Material["incidents"][number],
  material: Material,
  codeOf: CodeOf,
): Dossier["incidents"][number] {
  return {
    code: row.code,
    title: row.title,
    titleAr: row.titleAr,
    kind: row.recordKind,
    when: { edtf: row.occurredEdtf, wording: row.occurredWording },
    placeCodes: linkedCodes(material, codeOf, "incident_place", row.id),
    victimGroup: row.victimGroup,
    summary: row.summary,
    allegedPerpetrators: material.links.flatMap((link) => {
      const actorCode = codeOf(link.toId);
      if (link.kind !== "incident_suspect" || link.fromId !== row.id || actorCode === null) return [];
      const sourceCode = codeOf(link.basisSourceId);
      return [{ actorCode, role: link.role, ...groundsOf(link), sourceCode }];
    }),
    violations: row.violations,
    parentCode: codeOf(row.parentId),
  };
}

/** The links that say that an actor had a part in something. */
const ALLEGED_IN = new Map<string, "incident" | "testimony">([
  ["incident_suspect", "incident"],
  ["testimony_suspect", "testimony"],
]);

function actorView(
  row: Material["actors"][number],
  material: Material,
  codeOf: CodeOf,
): Dossier["actors"][number] {
  const allegedRoles = material.links.flatMap((link): Dossier["actors"][number]["allegedRoles"] => {
    const inCode = link.toId === row.id ? codeOf(link.fromId) : null;
    const inKind = ALLEGED_IN.get(link.kind);
    return inCode === null || inKind === undefined
      ? []
      : [{ inKind, inCode, role: link.role ?? "suspected", ...groundsOf(link) }];
  });
  const accused = material.allegations.flatMap((allegation) =>
    allegation.actorId === row.id
      ? [{ inKind: "allegation" as const, inCode: allegation.code, role: "suspected", ...NO_GROUNDS }]
      : [],
  );
  return {
    code: row.code,
    name: row.name,
    nameAr: row.nameAr,
    kind: row.kind,
    affiliationAlleged: row.affiliationAlleged,
    allegedRoles: [...allegedRoles, ...accused],
  };
}

function sourceView(row: Material["sources"][number], material: Material): Dossier["sources"][number] {
  const grades = material.grades.filter((grade) => grade.sourceId === row.id);
  const newest = grades.toSorted((a, b) => b.gradedAt - a.gradedAt)[0];
  return {
    code: row.code,
    name: row.name,
    nameAr: row.nameAr,
    kind: row.kind,
    reliability: newest
      ? { grade: newest.reliability, gradedAt: new Date(newest.gradedAt).toISOString() }
      : null,
    note: row.note,
  };
}

function figureView(row: Material["figures"][number], codeOf: CodeOf): Dossier["figures"][number] {
  return {
    code: row.code,
    scope: row.scope,
    incidentCode: codeOf(row.incidentId),
    placeCode: codeOf(row.placeId),
    sourceCode: codeOf(row.sourceId) ?? row.code,
    reportedViaCode: codeOf(row.reportedViaId),
    asOf: row.asOfEdtf,
    period: row.periodEdtf,
    category: row.category,
    outcome: row.outcome,
    unit: row.unit,
    attributedTo: row.attributedTo,
    min: row.min,
    max: row.max,
    minExclusive: row.minExclusive,
    certainty: row.certainty,
    valueText: row.valueText,
    wording: row.wording,
  };
}

function mediaView(
  row: Material["media"][number],
  material: Material,
  codeOf: CodeOf,
): Dossier["media"][number] {
  return {
    code: row.code,
    title: row.title,
    kind: row.kind,
    description: row.description,
    held: false,
    circulated: row.circulatedEdtf,
    circulatedByCodes: row.circulatedBy.flatMap((id) => codeOf(id) ?? []),
    incidentCodes: linkedCodes(material, codeOf, "media_incident", row.id),
    placeCodes: linkedCodes(material, codeOf, "media_place", row.id),
    reportedVerifications: row.verifications.flatMap(({ sourceId, state, note }) => {
      const sourceCode = codeOf(sourceId);
      return sourceCode === null ? [] : [{ sourceCode, state, note }];
    }),
  };
}

const lines = (text: string | null): string[] =>
  (text ?? "").split("\n").flatMap((line) => line.trim() || []);
