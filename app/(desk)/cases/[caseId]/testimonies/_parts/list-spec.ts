import type { TableUrlSpec } from "#components/table/url-state.ts";
import { TESTIMONY_KINDS } from "#lib/codebook/vocabulary.ts";
import { consentAnswers, testimonyStages } from "#lib/testimonies/vocabulary.ts";

export const testimoniesUrl: TableUrlSpec = {
  sorts: ["taken"],
  defaultSort: { key: "taken", dir: "desc" },
  enums: { stage: testimonyStages, kind: TESTIMONY_KINDS, consent: consentAnswers, mine: ["mine"] },
};
