import { RecordTable } from "#components/table/record-table.tsx";
import type { RowView } from "#components/table/table-view.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { DayWindow } from "#lib/analysis/rules/time-window.ts";
import { translator } from "#lib/i18n/server.ts";
import { Titled } from "../../_parts/titled.tsx";
import { keptList } from "../../../../_parts/kept-list.ts";
import { timelineUrl } from "./timeline-url.ts";
import type { Timeline, TimelineWords } from "./timeline-words.ts";

interface Props {
  found: Timeline;
  words: TimelineWords;
  hrefOf: (window: DayWindow | null) => string;
}

/** The timeline as a table: the same records, and the same counts where there are too many. */
export async function TimelineTable({ found, words, hrefOf }: Props) {
  const t = await translator("analysis");
  const rows = found.lanes.flatMap(({ lane, items, buckets }): RowView[] => [
    ...items.map((item) => ({
      id: `${lane}-${item.id}`,
      href: words.href(lane, item.id),
      cells: {
        title: <Titled title={words.title(item)} mark={words.isMarked(item) ? t("marked.label") : null} />,
        code: <Code code={item.code} />,
        lane: words.laneName(lane),
        date: words.describe(item.edtf),
      },
    })),
    ...(buckets ?? [])
      .filter(({ count }) => count > 0)
      .map((bucket) => ({
        id: `${lane}-${bucket.from}`,
        href: hrefOf({ from: bucket.from, to: bucket.to }),
        cells: {
          title: t("timeline.records", { count: bucket.count, number: words.number(bucket) }),
          code: null,
          lane: words.laneName(lane),
          date: words.span(bucket),
        },
      })),
  ]);
  return (
    <RecordTable
      {...await keptList("timeline")}
      caption={t("timeline.picture", { shown: words.span(found.window) })}
      urlSpec={timelineUrl}
      columns={[
        { key: "title", header: t("timeline.columns.title") },
        { key: "code", header: t("timeline.columns.code"), kind: "code" },
        { key: "lane", header: t("timeline.columns.lane") },
        { key: "date", header: t("timeline.columns.date"), kind: "date" },
      ]}
      rows={rows}
      page={{ next: null, previous: null }}
      empty={<EmptyState title={t("timeline.nothing")} />}
    />
  );
}
