import { IconNews } from "@tabler/icons-react";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { SOURCE_KINDS } from "#lib/codebook/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";
import { listSources } from "#lib/sources/queries/list-sources.ts";
import { GRADE_FILTERS } from "#lib/sources/vocabulary.ts";
import { enumFilter } from "../_parts/enum-filter.ts";
import { gradeFilterWords } from "../_parts/grade-words.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
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
  const { page, direction, chosen } = listInput(await searchParams, sourcesUrl);
  const kind = SOURCE_KINDS.find((one) => one === chosen("kind"));
  const reliability = GRADE_FILTERS.find((one) => one === chosen("reliability"));
  const [t, codebook, named, gradeWord, found] = await Promise.all([
    translator("sources"),
    translator("codebook"),
    localNames(),
    gradeFilterWords(),
    asked(listSources, {
      caseId,
      direction,
      page,
      ...(kind ? { kind } : {}),
      ...(reliability ? { reliability } : {}),
    }),
  ]);
  const kindWord = (value: string) => codebook(`sourceKind.${value}.label`);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "source"), rowTags(caseId, found.rows)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="sources" />}
      />
      <RecordTable
        {...await caseList(caseId, "sources")}
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
          enumFilter("kind", t("columns.kind"), SOURCE_KINDS, kindWord),
          enumFilter("reliability", t("columns.reliability"), GRADE_FILTERS, gradeWord),
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
