import type { TableUrlSpec } from "#components/table/url-state.ts";
import { LANGUAGES, TESTIMONY_KINDS } from "#lib/codebook/vocabulary.ts";
import { idPrefixes } from "#lib/core/id-forms.ts";
import { BASES } from "#lib/corroboration/vocabulary.ts";
import {
  ASSIGNED,
  consentAnswers,
  INCIDENT_TIES,
  MINE,
  testimonyStages,
} from "#lib/testimonies/vocabulary.ts";

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
    mine: MINE,
  },
  ids: { witness: idPrefixes.witness, source: idPrefixes.source, tag: idPrefixes.tag },
  days: ["taken", "event"],
};
