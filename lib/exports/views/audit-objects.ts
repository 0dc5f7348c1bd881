/** Which code of the dossier each id of the audit log stands for: the log names records by id, the dossier by code. */
import type { Material } from "../find/material.ts";
import type { AuditObject } from "../vocabulary.ts";

type Row = { readonly id: string; readonly code: string };

/** Of everything that is in the dossier, and of nothing that is withheld. @param order the export itself */
export function auditObjectsOf(material: Material, order: Row): AuditObject[] {
  const named = (kind: AuditObject["kind"], rows: readonly Row[]): AuditObject[] =>
    rows.map(({ id, code }) => ({ id, kind, code }));
  const told = new Set(material.testimonies.map(({ witnessId }) => witnessId));
  return [
    ...named("case", [material.caseFile]),
    ...named("export", [order]),
    ...named("testimony", material.testimonies),
    ...named(
      "witness",
      material.witnesses.filter(({ id }) => told.has(id)),
    ),
    ...named("incident", material.incidents),
    ...named("actor", material.actors),
    ...named("place", material.places),
    ...named("source", material.sources),
    ...named("figure", material.figures),
    ...named("media", material.media),
    ...named("proceeding", material.proceedings),
    ...named("link", material.links),
    ...named("statement", material.statements),
    ...named("allegation", material.allegations),
    ...named("evidence_link", material.evidence),
    ...named("contradiction", material.between),
    ...named("finding", material.findings),
  ];
}
