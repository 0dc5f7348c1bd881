import { IconUsersGroup } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listActors } from "#lib/actors/queries/list-actors.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { actorsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function ActorsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listActors>(await searchParams, actorsUrl);
  const [t, codebook, named, found] = await Promise.all([
    translator("actors"),
    translator("codebook"),
    localNames(),
    asked(listActors, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const kindWord = (value: string) => codebook(`actorKind.${value}.label`);
  const sideWord = (value: string) => codebook(`side.${value}.label`);
  const by = await filterViews(actorsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "actor"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="actors" />}
      />
      <RecordTable
        {...await caseList(caseId, "actors", found.rows)}
        caption={t("title")}
        urlSpec={actorsUrl}
        preview={showPreview}
        columns={[
          { key: "name", header: t("columns.name") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind"), isSecondary: true },
          { key: "attributedSide", header: t("columns.attributedSide"), isSecondary: true },
          {
            key: "affiliationAlleged",
            header: t("columns.affiliationAlleged"),
            isSecondary: true,
            hiding: "at-first",
          },
          tags.column,
        ]}
        filters={[
          by.choice("kind", t("columns.kind"), kindWord),
          by.choice("attributedSide", t("columns.attributedSide"), sideWord),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/actors/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            name: <bdi>{named(row.name, row.nameAr)}</bdi>,
            code: <Code code={row.code} />,
            kind: kindWord(row.kind),
            attributedSide: row.attributedSide === null ? null : sideWord(row.attributedSide),
            affiliationAlleged: row.affiliationAlleged && <bdi>{row.affiliationAlleged}</bdi>,
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconUsersGroup size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
