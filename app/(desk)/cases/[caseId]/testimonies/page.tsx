import { IconMessage2, IconPlus } from "@tabler/icons-react";
import { CorroborationPill, ConsentPill, StagePill } from "#components/testimonies/pills.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { testimoniesUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function TestimoniesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listTestimonies>(
    await searchParams,
    testimoniesUrl,
  );
  const [t, codebook, locale, describe, caseFile] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    requestLocale(),
    describer(),
    asked(readCase, { caseId }),
  ]);
  const found = await asked(listTestimonies, {
    caseId,
    direction,
    page,
    ...filters,
  });
  const [first] = found.rows;
  const word = (list: string) => (value: string) => codebook(`${list}.${value}.label`);
  const sourceOf = (row: (typeof found.rows)[number]) =>
    locale === "ar" && row.sourceNameAr ? row.sourceNameAr : row.sourceName;
  const originOf = (row: (typeof found.rows)[number]) =>
    row.witnessCode ? <Code code={row.witnessCode} /> : <bdi>{sourceOf(row)}</bdi>;
  const by = await filterViews(testimoniesUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "testimony"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          caseFile.may.write ? (
            <LinkButton
              href={`/cases/${caseId}/testimonies/new`}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t("new")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordTable
        {...await caseList(caseId, "testimonies", found.rows)}
        caption={t("title")}
        urlSpec={testimoniesUrl}
        preview={showPreview}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "origin", header: t("columns.origin") },
          { key: "taken", header: t("columns.taken"), kind: "date" },
          { key: "stage", header: t("columns.stage"), kind: "pill" },
          { key: "corroboration", header: t("columns.corroboration"), kind: "pill" },
          { key: "consent", header: t("columns.consentExport"), kind: "pill", isSecondary: true },
          { key: "kind", header: t("columns.kind"), isSecondary: true, hiding: "at-first" },
          { key: "language", header: t("columns.language"), isSecondary: true, hiding: "at-first" },
          tags.column,
        ]}
        filters={[
          by.choice("stage", t("columns.stage"), (value) => t(`stage.${value}.label`)),
          by.choice("kind", t("columns.kind"), word("testimonyKind")),
          by.choice("consent", t("columns.consentExport"), (value) => t(`consent.${value}.label`)),
          by.days("taken", t("columns.taken")),
          by.days("event", t("filters.event")),
          by.record("witness", t("filters.witness"), () => first?.witnessCode),
          by.record("source", t("filters.source"), () => first && sourceOf(first)),
          by.choice("incident", t("filters.incident"), (value) => t(`filters.incidentTie.${value}`)),
          by.choice("basis", t("filters.basis"), word("basis")),
          by.choice("language", t("columns.language"), word("language")),
          by.choice("assigned", t("filters.assigned"), (value) => t(`filters.assignedTo.${value}`)),
          { ...by.choice("mine", t("filters.mine"), () => t("filters.byMe")), isCounted: false },
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/testimonies/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            title: <bdi>{row.title}</bdi>,
            code: <Code code={row.code} />,
            origin: originOf(row),
            taken: row.takenEdtf === null ? null : describe(row.takenEdtf),
            stage: <StagePill value={row.stage} />,
            corroboration: <CorroborationPill value={row.corroboration} />,
            consent: <ConsentPill value={row.consentExport} />,
            kind: word("testimonyKind")(row.kind),
            language: word("language")(row.originalLanguage),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState
            title={t("empty.title")}
            icon={<IconMessage2 size={32} stroke={1.4} />}
            steps={[t("empty.step1"), t("empty.step2"), t("empty.step3")]}
          >
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
