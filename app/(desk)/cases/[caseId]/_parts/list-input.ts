import {
  parseTableUrl,
  type TableState,
  type TableUrlSpec,
  type UrlParams,
} from "#components/table/url-state.ts";

/** What a list's address asks of its query: the page, the order, and each enum filter's one value. */
export function listInput(params: UrlParams, spec: TableUrlSpec) {
  const state: TableState = parseTableUrl(params, spec);
  const page = {
    size: state.size,
    ...(state.after === null ? {} : { after: state.after }),
    ...(state.before === null ? {} : { before: state.before }),
  };
  const chosen = (key: string): string | undefined => state.chosen[key]?.[0];
  return { state, page, direction: state.dir, chosen };
}
