import type { UrlParams } from "#components/table/url-state.ts";
import { LinkEndId } from "#lib/links/vocabulary.ts";
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
  PICTURE_VIEWS.find((one) => one === params.get("as")) ?? "picture";

/** The record that an address asks a picture to mark. */
export const markedIn = (params: URLSearchParams): string | undefined =>
  LinkEndId.safeParse(params.get("record")).data;

/** The address of a picture on which a record is marked. */
export const pictureOf = (caseId: string, picture: "map" | "timeline", recordId: string): string =>
  `/cases/${caseId}/${picture}?record=${recordId}`;
