import { IconPhoto } from "@tabler/icons-react";
import { VerificationPill } from "#components/media/verification-pill.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listMedia } from "#lib/media/queries/list-media.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { mediaUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function MediaPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listMedia>(await searchParams, mediaUrl);
  const [t, codebook, describe, found] = await Promise.all([
    translator("media"),
    translator("codebook"),
    describer(),
    asked(listMedia, { caseId, direction, page, ...filters }),
  ]);
  const kindWord = (value: string) => codebook(`mediaKind.${value}.label`);
  const by = await filterViews(mediaUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "media"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<NewRecordButton caseId={caseId} room="media" />}
      />
      <RecordTable
        {...await caseList(caseId, "media", found.rows)}
        caption={t("title")}
        urlSpec={mediaUrl}
        preview={showPreview}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind"), isSecondary: true },
          { key: "circulated", header: t("columns.circulated"), kind: "date" },
          { key: "states", header: t("columns.states"), isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("kind", t("columns.kind"), kindWord),
          by.days("circulated", t("columns.circulated")),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/media/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            title: <bdi>{row.title}</bdi>,
            code: <Code code={row.code} />,
            kind: kindWord(row.kind),
            circulated: row.circulatedEdtf === null ? t("undated") : describe(row.circulatedEdtf),
            states:
              row.states.length === 0
                ? null
                : row.states.map((state) => (
                    <div key={state}>
                      <VerificationPill state={state} />
                    </div>
                  )),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconPhoto size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
