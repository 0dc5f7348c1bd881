import type { ReactNode } from "react";
import type { ColumnView, FilterView } from "#components/table/table-view.ts";
import { TagList } from "#components/tags/tag-list.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { tagsOfRecords } from "#lib/tags/queries/tags-of-records.ts";
import type { FilterViews } from "./filter-views.ts";

/** The column of a list that shows the tags of its rows, its cells by record, and the filter by tag. */
export async function rowTags(
  caseId: string,
  shown: readonly { readonly id: string }[],
  filters: FilterViews,
): Promise<{ column: ColumnView; cell(id: string): ReactNode; filter: FilterView }> {
  const [t, { rows }] = await Promise.all([
    translator("tags"),
    asked(tagsOfRecords, { caseId, recordIds: shown.map(({ id }) => id) }),
  ]);
  const byRecord = Map.groupBy(rows, ({ recordId }) => recordId);
  return {
    column: { key: "tags", header: t("title"), isSecondary: true, hiding: "allowed" },
    cell: (id) => {
      const own = byRecord.get(id);
      return own === undefined ? null : <TagList names={own.map(({ name }) => name)} />;
    },
    filter: filters.record("tag", t("title"), (wanted) => rows.find(({ id }) => id === wanted)?.name),
  };
}
