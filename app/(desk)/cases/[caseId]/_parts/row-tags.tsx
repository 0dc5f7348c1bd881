import type { ReactNode } from "react";
import type { ColumnView } from "#components/table/table-view.ts";
import { TagList } from "#components/tags/tag-list.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { tagsOfRecords } from "#lib/tags/queries/tags-of-records.ts";

/** The column of a list that shows the tags of its rows, and its cells by record. */
export async function rowTags(
  caseId: string,
  shown: readonly { readonly id: string }[],
): Promise<{ column: ColumnView; cell(id: string): ReactNode }> {
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
  };
}
