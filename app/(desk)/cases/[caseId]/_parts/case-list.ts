import type { ListViews } from "#components/views/list-views.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { type ListId, VIEW_NAME_LENGTH_MAX } from "#lib/views/vocabulary.ts";
import { keptList } from "../../../_parts/kept-list.ts";

/** What is kept for the person of a list of a case: how they like it to look, and its saved views. */
export async function caseList(caseId: string, list: ListId) {
  const [kept, found] = await Promise.all([keptList(list), maybeAsked(listViews, { caseId, list })]);
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
