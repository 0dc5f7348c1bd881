import type { ListViews } from "#components/views/list-views.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { type ListId, VIEW_NAME_LENGTH_MAX } from "#lib/views/vocabulary.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { countFacet } from "./count-facet.ts";

/** What every list of a case has: how the person likes it to look, its saved views, and what counts its filters. */
export async function caseList(caseId: string, list: ListId) {
  const [layout, found] = await Promise.all([keptList(list), maybeAsked(listViews, { caseId, list })]);
  const kept = { ...layout, countFacet: countFacet.bind(null, list, caseId) };
  if (found === null) return kept;
  const views: ListViews = {
    caseId,
    list,
    rows: found.rows,
    mayShare: found.may.share,
    nameLengthMax: VIEW_NAME_LENGTH_MAX,
  };
  return { ...kept, views };
}
