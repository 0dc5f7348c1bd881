import { IconNews } from "@tabler/icons-react";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listSources } from "#lib/sources/queries/list-sources.ts";
import { gradeFilterWords } from "../_parts/grade-words.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { sourcesUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listSources>(await searchParams, sourcesUrl);
  const [t, codebook, named, gradeWord, found] = await Promise.all([
    translator("sources"),
    translator("codebook"),
    localNames(),
    gradeFilterWords(),
    asked(listSources, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const kindWord = (value: string) => codebook(`sourceKind.${value}.label`);
  const by = await filterViews(sourcesUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "source"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="sources" />}
      />
      <RecordTable
        {...await caseList(caseId, "sources", found.rows)}
        caption={t("title")}
        urlSpec={sourcesUrl}
        preview={showPreview}
        columns={[
          { key: "name", header: t("columns.name") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind"), isSecondary: true },
          { key: "reliability", header: t("columns.reliability"), kind: "pill" },
          tags.column,
        ]}
        filters={[
          by.choice("kind", t("columns.kind"), kindWord),
          by.choice("reliability", t("columns.reliability"), gradeWord),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/sources/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            name: <bdi>{named(row.name, row.nameAr)}</bdi>,
            code: <Code code={row.code} />,
            kind: kindWord(row.kind),
            reliability: <GradePill grade={row.reliability} />,
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconNews size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
