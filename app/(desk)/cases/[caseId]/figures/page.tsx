import { IconCalculator } from "@tabler/icons-react";
import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { translator } from "#lib/i18n/server.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { RecordName } from "../_parts/record-name.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { figuresUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function FiguresPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listFigures>(await searchParams, figuresUrl);
  const [t, codebook, named, describe, say, categoryWord, found] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    localNames(),
    describer(),
    figureNumbers(),
    figureCategories(),
    asked(listFigures, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const word = (list: string) => (value: string) => codebook(`${list}.${value}.label`);
  const [first] = found.rows;
  const by = await filterViews(figuresUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "figure"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href={`/cases/${caseId}/figures/over-time`} variant="default">
              {t("overTime")}
            </LinkButton>
            <LinkButton href={`/cases/${caseId}/figures/compare`} variant="default">
              {t("compare.title")}
            </LinkButton>
            <NewRecordButton caseId={caseId} room="figures" />
          </>
        }
      />
      <RecordTable
        {...await caseList(caseId, "figures", found.rows)}
        caption={t("title")}
        urlSpec={figuresUrl}
        preview={showPreview}
        columns={[
          { key: "number", header: t("columns.number") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "category", header: t("columns.category") },
          { key: "scope", header: t("columns.scope") },
          { key: "source", header: t("columns.source") },
          { key: "asOf", header: t("columns.asOf"), kind: "date" },
          { key: "incident", header: t("columns.incident"), isSecondary: true, hiding: "at-first" },
          { key: "period", header: t("columns.period"), isSecondary: true, hiding: "at-first" },
          { key: "attributedTo", header: t("columns.attributedTo"), isSecondary: true, hiding: "at-first" },
          { key: "wording", header: t("columns.wording"), isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("scope", t("columns.scope"), word("figureScope")),
          by.choice("category", t("columns.category"), word("figureCategory")),
          by.choice("outcome", t("columns.outcome"), word("figureOutcome")),
          by.days("asOf", t("columns.asOf")),
          by.record(
            "source",
            t("columns.source"),
            () => first && named(first.source.name, first.source.nameAr),
          ),
          by.record(
            "incident",
            t("columns.incident"),
            () => first?.incident && named(first.incident.title, first.incident.titleAr),
          ),
          by.choice("attributedTo", t("columns.attributedTo"), word("side")),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/figures/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            number: <bdi>{say(row)}</bdi>,
            code: <Code code={row.code} />,
            category: (
              <>
                <bdi>{categoryWord(row.category)}</bdi> · {word("figureOutcome")(row.outcome)} ·{" "}
                {word("figureUnit")(row.unit)}
              </>
            ),
            scope: word("figureScope")(row.scope),
            source: (
              <RecordName
                href={`/cases/${caseId}/sources/${row.source.id}`}
                name={named(row.source.name, row.source.nameAr)}
              />
            ),
            asOf: row.asOfEdtf === null ? t("undated") : describe(row.asOfEdtf),
            incident: row.incident && (
              <RecordName
                href={`/cases/${caseId}/incidents/${row.incident.id}`}
                name={named(row.incident.title, row.incident.titleAr)}
              />
            ),
            period: row.periodEdtf === null ? null : describe(row.periodEdtf),
            attributedTo: word("side")(row.attributedTo),
            wording: <span dir="auto">{row.wording}</span>,
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconCalculator size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
