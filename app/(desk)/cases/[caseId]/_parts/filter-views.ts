import type { DayFilterView, EnumFilterView } from "#components/table/table-view.ts";
import type { TableState, TableUrlSpec } from "#components/table/url-state.ts";
import { UNSET } from "#lib/core/filters.ts";
import { translator } from "#lib/i18n/server.ts";
import { enumFilter } from "./enum-filter.ts";

/** What makes the filters of a list. */
export type FilterViews = Awaited<ReturnType<typeof filterViews>>;

/** Makes the filters of a list; their values are shown with their counts. */
export async function filterViews(spec: TableUrlSpec, state: TableState) {
  const t = await translator("common");
  const counted = (
    key: string,
    label: string,
    values: readonly string[],
    word: (value: string) => string,
  ): EnumFilterView => ({
    ...enumFilter(key, label, values, (value) => (value === UNSET ? t("notSet") : word(value))),
    isCounted: true,
  });
  return {
    /** Over a closed list. @param word says one of its values */
    choice: (key: string, label: string, word: (value: string) => string) =>
      counted(key, label, spec.enums?.[key] ?? [], word),
    /** Over records, which come with their counts. @param nameOf the name of the chosen one, where a row says it */
    record: (key: string, label: string, nameOf: (id: string) => string | null | undefined) =>
      counted(key, label, state.chosen[key] ?? [], (id) => nameOf(id) ?? t(`chosen.${key}`)),
    days: (key: string, label: string): DayFilterView => ({ kind: "days", key, label }),
  };
}
