import type { EnumFilterView } from "#components/table/table-view.ts";

/** A filter over a closed list. @param word says one of its values */
export const enumFilter = (
  key: string,
  label: string,
  values: readonly string[],
  word: (value: string) => string,
): EnumFilterView => ({
  kind: "enum",
  key,
  label,
  options: values.map((value) => ({ value, label: word(value) })),
});
