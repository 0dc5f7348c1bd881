/** The parameter that holds the id of the record shown beside a list. */
export const SELECTED = "selected";

// The form of every id of the record.
const ID = /^[a-z]{1,2}_[0-9A-Za-z]{22}$/;

/** True for text of the form of an id. */
export const isId = (text: string): boolean => ID.test(text);

/** The record that an address chooses; what is no id chooses none. */
export function selectedIn(params: URLSearchParams): string | null {
  const value = params.get(SELECTED);
  return value !== null && isId(value) ? value : null;
}

/** The query of an address with another choice, or none: empty, or beginning with `?`. */
export function withSelected(query: string, id: string | null): string {
  const params = new URLSearchParams(query);
  params.delete(SELECTED);
  if (id !== null) params.set(SELECTED, id);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
