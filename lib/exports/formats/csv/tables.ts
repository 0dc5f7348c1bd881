import { CONTRADICTION_TABLES } from "./contradiction-tables.ts";
import { INTERVIEW_TABLES } from "./interview-tables.ts";
import { grounds, table, type Cell, type TableOf } from "./table.ts";

/**
 * The tables of a dossier. Column names are part of the format `attest-dossier/1`: they stay English and do not change.
 * Links between records are tables of their own, so that they can be joined by code.
 */
export const TABLES: readonly TableOf[] = [
  table("export", "field value", ({ format, export: order }) => [
    ["format", format],
    ...Object.entries(order).map(([field, value]): Cell[] => [field, value]),
  ]),
  table(
    "incidents",
    "code title title_ar kind edtf wording place_codes victim_group violations parent_code summary",
    ({ incidents }) =>
      incidents.map((it) => [
        it.code,
        it.title,
        it.titleAr,
        it.kind,
        it.when.edtf,
        it.when.wording,
        it.placeCodes,
        it.victimGroup,
        it.violations,
        it.parentCode,
        it.summary,
      ]),
  ),
  table(
    "incident_alleged_perpetrators",
    "incident_code actor_code alleged_role basis note held_edtf held_wording source_code",
    ({ incidents }) =>
      incidents.flatMap((it) =>
        it.allegedPerpetrators.map((link) => [
          it.code,
          link.actorCode,
          link.role,
          ...grounds(link),
          link.sourceCode,
        ]),
      ),
  ),
  table("places", "code name name_ar other_names kind precision parent_code", ({ places }) =>
    places.map((it) => [it.code, it.name, it.nameAr, it.otherNames, it.kind, it.precision, it.parentCode]),
  ),
  table("actors", "code name name_ar kind affiliation_alleged alleged_suspect", ({ actors }) =>
    actors.map((it) => [
      it.code,
      it.name,
      it.nameAr,
      it.kind,
      it.affiliationAlleged,
      it.allegedRoles.length > 0,
    ]),
  ),
  table(
    "alleged_roles",
    "actor_code in_kind in_code alleged_role basis note held_edtf held_wording",
    ({ actors }) =>
      actors.flatMap((it) =>
        it.allegedRoles.map((part) => [it.code, part.inKind, part.inCode, part.role, ...grounds(part)]),
      ),
  ),
  table(
    "testimonies",
    "code version title kind voice text_basis witness_code source_code publisher_codes original_language taken_edtf taken_wording present consent corroboration translation_language translator paragraphs",
    ({ testimonies }) =>
      testimonies.map((it) => [
        it.code,
        it.version,
        it.title,
        it.kind,
        it.voice,
        it.textBasis,
        it.witnessCode,
        it.sourceCode,
        it.publisherCodes,
        it.language,
        it.taken.edtf,
        it.taken.wording,
        it.present.map(({ role, code, description }) =>
          [role, code, description].filter((part) => part !== null).join(": "),
        ),
        it.consent.map(({ purpose, answer }) => `${purpose}: ${answer}`),
        it.corroboration,
        it.translation?.language ?? null,
        it.translation?.translator ?? null,
        it.paragraphs.length,
      ]),
  ),
  ...INTERVIEW_TABLES,
  table("paragraphs", "testimony_code version number original translation", ({ testimonies }) =>
    testimonies.flatMap((it) =>
      it.paragraphs.map((paragraph) => [
        it.code,
        it.version,
        paragraph.number,
        paragraph.original,
        paragraph.translation,
      ]),
    ),
  ),
  table("testimony_incidents", "testimony_code incident_code", ({ testimonies }) =>
    testimonies.flatMap((it) => it.incidentCodes.map((incident) => [it.code, incident])),
  ),
  table(
    "testimony_alleged_suspects",
    "testimony_code actor_code alleged_role basis note held_edtf held_wording",
    ({ testimonies }) =>
      testimonies.flatMap((it) =>
        it.allegedSuspects.map((link) => [it.code, link.actorCode, link.role, ...grounds(link)]),
      ),
  ),
  table("statements", "code from_kind from_code paragraphs claim basis plausibility", ({ statements }) =>
    statements.map((it) => [
      it.code,
      it.from.kind,
      it.from.code,
      it.paragraphs?.map(String) ?? null,
      it.claim,
      it.basis,
      it.plausibility,
    ]),
  ),
  table(
    "allegations",
    "code incident_code violation wording alleged_actor_code victim edtf edtf_wording place_code",
    ({ allegations }) =>
      allegations.map((it) => [
        it.code,
        it.incidentCode,
        it.violation,
        it.wording,
        it.actorCode,
        it.victim,
        it.when.edtf,
        it.when.wording,
        it.placeCode,
      ]),
  ),
  table(
    "findings",
    "code version allegation_code facet status level ceiling standard_of_proof reasoning contrary_search_on contrary_search_result witness_set algorithm_version codebook_version override",
    ({ findings }) =>
      findings.map((it) => [
        it.code,
        it.version,
        it.allegationCode,
        it.facet,
        it.status,
        it.level,
        it.ceiling,
        it.standardOfProof,
        it.reasoning,
        it.contrarySearch?.on ?? null,
        it.contrarySearch?.result ?? null,
        it.witnessSet,
        it.algorithmVersion,
        it.codebookVersion,
        it.override,
      ]),
  ),
  table("finding_withheld_evidence", "finding_code stance rule count", ({ findings }) =>
    findings.flatMap((it) =>
      it.withheldEvidence.map(({ stance, rule, count }) => [it.code, stance, rule, count]),
    ),
  ),
  table("finding_deciders", "finding_code step role case_code at", ({ findings }) =>
    findings.flatMap((it) =>
      it.deciders.map((decider) => [it.code, decider.step, decider.role, decider.caseCode, decider.at]),
    ),
  ),
  ...CONTRADICTION_TABLES,
  table("evidence_links", "code statement_code allegation_code facet stance rationale", ({ evidenceLinks }) =>
    evidenceLinks.map((it) => [
      it.code,
      it.statementCode,
      it.allegationCode,
      it.facet,
      it.stance,
      it.rationale,
    ]),
  ),
  table(
    "figures",
    "code scope incident_code place_code source_code reported_via_code as_of period category outcome unit attributed_to min max min_exclusive certainty value_text wording",
    ({ figures }) =>
      figures.map((it) => [
        it.code,
        it.scope,
        it.incidentCode,
        it.placeCode,
        it.sourceCode,
        it.reportedViaCode,
        it.asOf,
        it.period,
        it.category,
        it.outcome,
        it.unit,
        it.attributedTo,
        it.min,
        it.max,
        it.minExclusive,
        it.certainty,
        it.valueText,
        it.wording,
      ]),
  ),
  table(
    "media",
    "code title kind description held circulated circulated_by_codes incident_codes place_codes",
    ({ media }) =>
      media.map((it) => [
        it.code,
        it.title,
        it.kind,
        it.description,
        it.held,
        it.circulated,
        it.circulatedByCodes,
        it.incidentCodes,
        it.placeCodes,
      ]),
  ),
  table("media_reported_verifications", "media_code source_code state note", ({ media }) =>
    media.flatMap((it) =>
      it.reportedVerifications.map((said) => [it.code, said.sourceCode, said.state, said.note]),
    ),
  ),
  table(
    "proceedings",
    "code title family kind body_code edtf wording status incident_codes source_codes summary",
    ({ proceedings }) =>
      proceedings.map((it) => [
        it.code,
        it.title,
        it.family,
        it.kind,
        it.bodyCode,
        it.when.edtf,
        it.when.wording,
        it.status,
        it.incidentCodes,
        it.sourceCodes,
        it.summary,
      ]),
  ),
  table("sources", "code name name_ar kind reliability graded_at note", ({ sources }) =>
    sources.map((it) => [
      it.code,
      it.name,
      it.nameAr,
      it.kind,
      it.reliability?.grade ?? null,
      it.reliability?.gradedAt ?? null,
      it.note,
    ]),
  ),
  table(
    "links",
    "code kind from_code to_code role basis note held_edtf held_wording source_code",
    ({ links }) =>
      links.map((it) => [it.code, it.kind, it.fromCode, it.toCode, it.role, ...grounds(it), it.sourceCode]),
  ),
  table("audit_objects", "id kind code", ({ auditObjects }) =>
    auditObjects.map(({ id, kind, code }) => [id, kind, code]),
  ),
  table("withheld", "code kind rule changeable_by", ({ withheld }) =>
    withheld.map((it) => [it.code, it.kind, it.rule, it.changeableBy]),
  ),
];
