import type { z } from "zod";
import type { TableUrlSpec } from "#components/table/url-state.ts";
import { countActorsBy } from "#lib/actors/queries/count-actors-by.ts";
import type { FacetCounts, FacetName } from "#lib/core/facet.ts";
import type { Query } from "#lib/core/query.ts";
import { countAllegationsBy } from "#lib/corroboration/queries/count-allegations-by.ts";
import { countFindingsBy } from "#lib/corroboration/queries/count-findings-by.ts";
import { countFiguresBy } from "#lib/figures/queries/count-figures-by.ts";
import { countIncidentsBy } from "#lib/incidents/queries/count-incidents-by.ts";
import { countMediaBy } from "#lib/media/queries/count-media-by.ts";
import { countPlacesBy } from "#lib/places/queries/count-places-by.ts";
import { countProceedingsBy } from "#lib/proceedings/queries/count-proceedings-by.ts";
import { countSourcesBy } from "#lib/sources/queries/count-sources-by.ts";
import { countTestimoniesBy } from "#lib/testimonies/queries/count-testimonies-by.ts";
import { countVictimsBy } from "#lib/victims/queries/count-victims-by.ts";
import type { ListId } from "#lib/views/vocabulary.ts";
import { countWitnessesBy } from "#lib/witnesses/queries/count-witnesses-by.ts";
import { actorsUrl } from "../actors/_parts/list-spec.ts";
import { allegationsUrl } from "../allegations/_parts/list-spec.ts";
import { figuresUrl } from "../figures/_parts/list-spec.ts";
import { findingsUrl } from "../findings/_parts/list-spec.ts";
import { incidentsUrl } from "../incidents/_parts/list-spec.ts";
import { mediaUrl } from "../media/_parts/list-spec.ts";
import { placesUrl } from "../places/_parts/list-spec.ts";
import { proceedingsUrl } from "../proceedings/_parts/list-spec.ts";
import { sourcesUrl } from "../sources/_parts/list-spec.ts";
import { testimoniesUrl } from "../testimonies/_parts/list-spec.ts";
import { victimsUrl } from "../victims/_parts/list-spec.ts";
import { witnessesUrl } from "../witnesses/_parts/list-spec.ts";

export type Counted = FacetCounts & { readonly names: readonly FacetName[] };

interface CountedList {
  readonly url: TableUrlSpec;
  readonly query: Query<z.ZodType, Counted>;
}

/** What each list of a case may have in its address, and what counts the values of its filters. */
export const COUNTED_LISTS: Readonly<Record<ListId, CountedList>> = {
  testimonies: { url: testimoniesUrl, query: countTestimoniesBy },
  witnesses: { url: witnessesUrl, query: countWitnessesBy },
  victims: { url: victimsUrl, query: countVictimsBy },
  incidents: { url: incidentsUrl, query: countIncidentsBy },
  actors: { url: actorsUrl, query: countActorsBy },
  places: { url: placesUrl, query: countPlacesBy },
  proceedings: { url: proceedingsUrl, query: countProceedingsBy },
  sources: { url: sourcesUrl, query: countSourcesBy },
  media: { url: mediaUrl, query: countMediaBy },
  figures: { url: figuresUrl, query: countFiguresBy },
  allegations: { url: allegationsUrl, query: countAllegationsBy },
  findings: { url: findingsUrl, query: countFindingsBy },
};
