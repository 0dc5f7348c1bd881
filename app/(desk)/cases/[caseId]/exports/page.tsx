import { IconFileExport, IconPlus } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listExports } from "#lib/exports/queries/list-exports.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { RecordName } from "../_parts/record-name.tsx";
import { ContentsPill, ExportPill } from "./_parts/export-pill.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { exportsUrl } from "./_parts/list-spec.ts";
import { keptList } from "../../../_parts/kept-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function ExportsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page } = listInput(await searchParams, exportsUrl);
  const [t, format, named, found] = await Promise.all([
    translator("exports"),
    formats(),
    localNames(),
    asked(listExports, {
      caseId,
      page,
      ...(state.chosen["ending"]?.length ? { endingSoon: true } : {}),
      ...(state.chosen["waiting"]?.length ? { waitsForMe: true } : {}),
    }),
  ]);
  const add = found.may.start ? (
    <LinkButton href={`/cases/${caseId}/exports/new`} leftSection={<IconPlus size={16} aria-hidden />}>
      {t("new")}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={add} />
      <RecordTable
        {...await keptList("exports")}
        caption={t("title")}
        urlSpec={exportsUrl}
        columns={[
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "purpose", header: t("columns.purpose") },
          { key: "recipient", header: t("columns.recipient") },
          { key: "contents", header: t("columns.contents"), kind: "pill" },
          { key: "status", header: t("columns.status"), kind: "pill" },
          { key: "created", header: t("columns.created"), kind: "date" },
          { key: "requestedBy", header: t("columns.requestedBy") },
          { key: "expires", header: t("columns.expires"), kind: "date", isSecondary: true },
          { key: "size", header: t("columns.size"), kind: "number", isSecondary: true },
          { key: "downloads", header: t("columns.downloads"), kind: "number", isSecondary: true },
          { key: "language", header: t("columns.language"), isSecondary: true, hiding: "at-first" },
        ]}
        filters={[
          {
            kind: "enum",
            key: "ending",
            label: t("columns.expires"),
            options: [{ value: "soon", label: t("filters.endingSoon") }],
          },
          {
            kind: "enum",
            key: "waiting",
            label: t("filters.approval"),
            options: [{ value: "me", label: t("filters.mine") }],
          },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/exports/${row.id}`,
          cells: {
            code: <Code code={row.code} />,
            purpose: <bdi>{row.purpose}</bdi>,
            recipient:
              row.recipient === null ? (
                t("noRecipient")
              ) : (
                <RecordName
                  href={`/cases/${caseId}/recipients/${row.recipient.id}`}
                  name={named(row.recipient.name, row.recipient.nameAr)}
                />
              ),
            contents: <ContentsPill value={row.contents} />,
            status: (
              <>
                <ExportPill value={row.status} />
                {row.waitsForApproval ? ` ${t("waitsForApproval")}` : null}
              </>
            ),
            created: format.instant(row.createdAt),
            requestedBy: <bdi>{row.requestedBy}</bdi>,
            expires: row.expiresAt === null ? null : format.instantDay(row.expiresAt),
            size: row.sizeBytes === null ? null : format.bytes(row.sizeBytes),
            downloads: format.number(row.downloads),
            language: t(`fields.language.options.${row.language}`),
          },
        }))}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconFileExport size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
