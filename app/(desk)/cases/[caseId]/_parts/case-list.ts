import type { ListViews } from "#components/views/list-views.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { unreadOfRecords } from "#lib/notices/queries/unread-of-records.ts";
import { listViews } from "#lib/views/queries/list-views.ts";
import { type ListId, VIEW_NAME_LENGTH_MAX } from "#lib/views/vocabulary.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { countFacet } from "./count-facet.ts";

/**
 * What every list of a case has: how the person likes it to look, its saved views, what counts its filters, and which of
 * its rows hold something unread.
 * @param shown the rows of the page
 */
export async function caseList(caseId: string, list: ListId, shown: readonly { readonly id: string }[]) {
  const [layout, found, unread] = await Promise.all([
    keptList(list),
    maybeAsked(listViews, { caseId, list }),
    maybeAsked(unreadOfRecords, { caseId, recordIds: shown.map(({ id }) => id) }),
  ]);
  const kept = {
    ...layout,
    countFacet: countFacet.bind(null, list, caseId),
    unread: unread?.ids ?? [],
  };
  if (found === null) return kept;
  const views: ListViews = {
    caseId,
    list,
    rows: found.rows,
    mayShare: found.may.share,
    mayWrite: found.may.write,
    nameLengthMax: VIEW_NAME_LENGTH_MAX,
  };
  return { ...kept, views };
}
