import type { UrlParams } from "#components/table/url-state.ts";
import { PICTURE_VIEWS, type PictureView } from "#lib/analysis/vocabulary.ts";

/** The query of an address as the browser would hold it. */
export function asSearchParams(params: UrlParams): URLSearchParams {
  if (params instanceof URLSearchParams) return params;
  const pairs = Object.entries(params).flatMap(([key, value]) =>
    [value ?? []].flat().map((one): [string, string] => [key, one]),
  );
  return new URLSearchParams(pairs);
}

/** Whether an address asks for the picture or for the same as a table. */
export const viewIn = (params: URLSearchParams): PictureView =>
  PICTURE_VIEWS.find((one) => one === params.get("view")) ?? "picture";
