import type { TableUrlSpec } from "#components/table/url-state.ts";
import { LANGUAGES, TESTIMONY_KINDS } from "#lib/codebook/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { BASES } from "#lib/corroboration/vocabulary.ts";
import { ASSIGNED, consentAnswers, INCIDENT_TIES, testimonyStages } from "#lib/testimonies/vocabulary.ts";

export const testimoniesUrl: TableUrlSpec = {
  sorts: ["taken"],
  defaultSort: { key: "taken", dir: "desc" },
  enums: {
    stage: testimonyStages,
    kind: TESTIMONY_KINDS,
    consent: consentAnswers,
    basis: BASES,
    language: LANGUAGES,
    incident: INCIDENT_TIES,
    assigned: ASSIGNED,
    mine: ["mine"],
  },
  ids: { witness: idPrefixes.witness, source: idPrefixes.source },
  days: ["taken"],
};
