import { witnesses } from "#db/schema/index.ts";
import { hasAnswerWaiting } from "#lib/consent/find/waiting.ts";
import { byColumn } from "#lib/core/facet.ts";
import type { Listing } from "#lib/core/listing.ts";
import { byReliability } from "#lib/sources/find.ts";
import { byTag } from "#lib/tags/find.ts";
import type { witnessFacets } from "../vocabulary.ts";

/** Witnesses of a case, as lists narrow and count them. */
export const witnessList: Listing<keyof typeof witnessFacets> = {
  table: witnesses,
  facets: {
    ageBand: byColumn(witnesses.ageBand),
    sex: byColumn(witnesses.sex),
    reliability: byReliability("witnessId", witnesses.id),
    tagId: byTag(witnesses),
  },
  filters: { waiting: hasAnswerWaiting },
};
