import { formatTableUrl, parseTableUrl, type TableUrlSpec } from "#components/table/url-state.ts";
import { TIMELINE_LANES } from "#lib/analysis/vocabulary.ts";

/** What stands in the address of the timeline: kinds of dates, and the days shown. */
export const timelineUrl: TableUrlSpec = {
  sorts: [],
  defaultSort: { key: "date", dir: "asc" },
  enums: { type: TIMELINE_LANES },
  days: ["shown"],
};

/** The address of the same timeline over other days; null shows everything. */
export function timelineHref(
  caseId: string,
  params: URLSearchParams,
  days: { from: string; to: string } | null,
): string {
  const state = parseTableUrl(params, timelineUrl);
  const shown = days ?? { from: null, to: null };
  return `/cases/${caseId}/timeline${formatTableUrl({ ...state, days: { shown } }, timelineUrl, params)}`;
}
