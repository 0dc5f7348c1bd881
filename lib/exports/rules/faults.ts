import { linkKindSpec, type LinkNoun } from "#lib/links/vocabulary.ts";
import type { Dossier } from "../dossier.ts";

/**
 * What is wrong with a dossier although its shape is right: a code that occurs twice, or a reference to a record that
 * is neither in the dossier nor named as withheld. A court must never meet a reference that leads nowhere.
 * @returns sentences for the log and the developer, by code only; empty when the dossier is sound
 */
export function dossierFaults(dossier: Dossier): string[] {
  return [...doubleCodes(dossier), ...deadReferences(dossier)];
}

const LISTS = [
  "incidents",
  "places",
  "actors",
  "testimonies",
  "statements",
  "allegations",
  "findings",
  "contradictions",
  "statementContradictions",
  "figures",
  "media",
  "proceedings",
  "sources",
  "links",
] as const satisfies readonly (keyof Dossier)[];
type List = (typeof LISTS)[number];

function doubleCodes(dossier: Dossier): string[] {
  const codes = LISTS.flatMap((list) => dossier[list].map(({ code }) => code));
  const seen = new Set<string>();
  const doubled = new Set(codes.filter((code) => seen.size === seen.add(code).size));
  const paragraphs = dossier.testimonies
    .filter(
      (testimony) =>
        new Set(testimony.paragraphs.map(({ number }) => number)).size < testimony.paragraphs.length,
    )
    .map(({ code }) => `${code} has two paragraphs of one number`);
  return [...[...doubled].map((code) => `${code} is the code of two records`), ...paragraphs];
}

function deadReferences(dossier: Dossier): string[] {
  const known = new Map(LISTS.map((list) => [list, new Set(dossier[list].map(({ code }) => code))]));
  const withheld = new Set(dossier.withheld.map(({ code }) => code));
  return referencesOf(dossier)
    .filter(({ to, list }) => to !== null && !known.get(list)?.has(to) && !withheld.has(to))
    .map(({ from, to, list }) => `${from} refers to ${to}, which is neither among the ${list} nor withheld`);
}

interface Reference {
  readonly from: string;
  readonly to: string | null;
  readonly list: List;
}

function referencesOf(dossier: Dossier): Reference[] {
  const all: Reference[] = [];
  const add = (from: string, list: List, ...codes: readonly (string | null)[]) => {
    for (const to of codes) all.push({ from, to, list });
  };
  for (const it of dossier.incidents) {
    add(it.code, "places", ...it.placeCodes);
    add(it.code, "incidents", it.parentCode);
    add(it.code, "actors", ...it.allegedPerpetrators.map(({ actorCode }) => actorCode));
    add(it.code, "sources", ...it.allegedPerpetrators.map(({ sourceCode }) => sourceCode));
  }
  for (const it of dossier.places) add(it.code, "places", it.parentCode);
  for (const it of dossier.actors)
    for (const { inKind, inCode } of it.allegedRoles) add(it.code, listOf(inKind), inCode);
  for (const it of dossier.testimonies) {
    add(it.code, "sources", it.sourceCode, ...it.publisherCodes);
    add(it.code, "incidents", ...it.incidentCodes);
    add(it.code, "actors", ...it.allegedSuspects.map(({ actorCode }) => actorCode));
  }
  for (const it of dossier.statements) add(it.code, listOf(it.from.kind), it.from.code);
  for (const it of dossier.allegations) {
    add(it.code, "incidents", it.incidentCode);
    add(it.code, "actors", it.actorCode);
    add(it.code, "places", it.placeCode);
  }
  for (const it of dossier.findings) {
    add(it.code, "allegations", it.allegationCode);
    add(it.code, "statements", ...it.witnessSet);
  }
  for (const it of [...dossier.contradictions, ...dossier.evidenceLinks]) {
    add(it.code, "statements", it.statementCode);
    add(it.code, "allegations", it.allegationCode);
  }
  for (const it of dossier.statementContradictions) {
    add(it.code, "statements", it.statementCode, it.otherStatementCode);
    add(it.code, "allegations", it.allegationCode);
  }
  for (const it of dossier.figures) {
    add(it.code, "incidents", it.incidentCode);
    add(it.code, "places", it.placeCode);
    add(it.code, "sources", it.sourceCode, it.reportedViaCode);
  }
  for (const it of dossier.media) {
    add(
      it.code,
      "sources",
      ...it.circulatedByCodes,
      ...it.reportedVerifications.map(({ sourceCode }) => sourceCode),
    );
    add(it.code, "incidents", ...it.incidentCodes);
    add(it.code, "places", ...it.placeCodes);
  }
  for (const it of dossier.proceedings) {
    add(it.code, "actors", it.bodyCode);
    add(it.code, "incidents", ...it.incidentCodes);
    add(it.code, "sources", ...it.sourceCodes);
  }
  for (const it of dossier.links) {
    const { from, to } = linkKindSpec(it.kind);
    add(it.code, listOf(from), it.fromCode);
    add(it.code, listOf(to), it.toCode);
    add(it.code, "sources", it.sourceCode);
  }
  return all;
}

function listOf(kind: LinkNoun | "allegation"): List {
  const lists = {
    testimony: "testimonies",
    incident: "incidents",
    actor: "actors",
    place: "places",
    media: "media",
    figure: "figures",
    proceeding: "proceedings",
    source: "sources",
    allegation: "allegations",
  } as const;
  return lists[kind];
}
