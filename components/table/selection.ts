import { isId } from "#lib/core/id-forms.ts";
import type { UrlParams } from "./url-state.ts";

/** The parameter that holds the id of the record shown beside a list. */
export const SELECTED = "selected";

/** The record that an address chooses; what is no id chooses none. */
export function selectedIn(params: UrlParams): string | null {
  const value = params instanceof URLSearchParams ? params.get(SELECTED) : params[SELECTED];
  return typeof value === "string" && isId(value) ? value : null;
}

/** The query of an address with another choice, or none: empty, or beginning with `?`. */
export function withSelected(query: string, id: string | null): string {
  const params = new URLSearchParams(query);
  params.delete(SELECTED);
  if (id !== null) params.set(SELECTED, id);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
