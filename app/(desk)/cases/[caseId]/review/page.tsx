import { IconClipboardCheck } from "@tabler/icons-react";
import { levelWords } from "#components/corroboration/level.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listInput } from "../_parts/list-input.ts";
import { queueHref, type Waiting } from "../_parts/queue-href.ts";
import { reviewUrl } from "./_parts/list-spec.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page } = listInput(await searchParams, reviewUrl);
  const [t, codebook, format, level, found] = await Promise.all([
    translator("review"),
    translator("codebook"),
    formats(),
    levelWords(),
    asked(reviewQueue, { caseId, page }),
  ]);
  const titleOf = (row: Waiting) =>
    row.act === "testimony" ? (
      <bdi>{row.title}</bdi>
    ) : (
      <>
        {codebook(`facet.${row.facet}.label`)}: <bdi>{row.title}</bdi>
      </>
    );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RecordTable
        tableId="review"
        caption={t("title")}
        urlSpec={reviewUrl}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "act", header: t("columns.act") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "step", header: t("columns.step") },
          { key: "level", header: t("columns.level"), isSecondary: true },
          { key: "author", header: t("columns.author"), isSecondary: true },
          { key: "since", header: t("columns.since"), kind: "date" },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: queueHref(caseId, row),
          cells: {
            title: titleOf(row),
            act: `${t(`act.${row.act}`)}, ${t("version", { number: row.number })}`,
            code: <Code code={row.code} />,
            step: t(`step.${row.act === "testimony" ? "testimony" : row.status}`),
            level: row.act === "testimony" ? null : level(row.determination),
            author: <bdi>{row.authorName}</bdi>,
            since: format.instantDay(row.at),
          },
        }))}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconClipboardCheck size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
