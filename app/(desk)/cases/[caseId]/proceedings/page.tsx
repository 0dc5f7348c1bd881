import { IconGavel } from "@tabler/icons-react";
import { proceedingWords } from "#components/proceedings/proceeding-words.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { PROCEEDING_KINDS, PROCEEDING_STATUSES } from "#lib/codebook/reported.ts";
import { translator } from "#lib/i18n/server.ts";
import { listProceedings } from "#lib/proceedings/queries/list-proceedings.ts";
import { bulkOf } from "../_parts/bulk-of.ts";
import { filterViews } from "../_parts/filter-views.ts";
import { rowTags } from "../_parts/row-tags.tsx";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { NewRecordButton } from "../_parts/new-record-button.tsx";
import { RecordName } from "../_parts/record-name.tsx";
import { showPreview } from "../_parts/preview/show-preview.tsx";
import { proceedingsUrl } from "./_parts/list-spec.ts";
import { caseList } from "../_parts/case-list.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function ProceedingsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { state, page, direction, filters } = listInput<typeof listProceedings>(
    await searchParams,
    proceedingsUrl,
  );
  const [t, words, named, describe, found] = await Promise.all([
    translator("proceedings"),
    proceedingWords(),
    localNames(),
    describer(),
    asked(listProceedings, {
      caseId,
      direction,
      page,
      ...filters,
    }),
  ]);
  const ofJustice: readonly string[] = PROCEEDING_KINDS;
  const kindWord = (value: string) =>
    words.kind(ofJustice.includes(value) ? "proceeding" : "response", value);
  const ofProceedings: readonly string[] = PROCEEDING_STATUSES;
  const statusWord = (value: string) =>
    words.status(ofProceedings.includes(value) ? "proceeding" : "response", value);
  const by = await filterViews(proceedingsUrl, state);
  const [bulk, tags] = await Promise.all([bulkOf(caseId, "proceeding"), rowTags(caseId, found.rows, by)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <NewRecordButton caseId={caseId} room="proceedings" />
            <LinkButton href={`/cases/${caseId}/proceedings/notes`} variant="default">
              {t("timelineNote.title")}
            </LinkButton>
          </>
        }
      />
      <RecordTable
        {...await caseList(caseId, "proceedings", found.rows)}
        caption={t("title")}
        urlSpec={proceedingsUrl}
        preview={showPreview}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "family", header: t("columns.family") },
          { key: "kind", header: t("columns.kind"), isSecondary: true },
          { key: "held", header: t("columns.held"), kind: "date" },
          { key: "status", header: t("columns.status"), isSecondary: true },
          { key: "body", header: t("columns.body"), isSecondary: true },
          tags.column,
        ]}
        filters={[
          by.choice("family", t("family.label"), (value) => t(`family.${value}.label`)),
          by.choice("kind", t("columns.kind"), kindWord),
          by.days("held", t("columns.held")),
          by.choice("status", t("columns.status"), statusWord),
          by.record("body", t("columns.body"), () => {
            const body = found.rows[0]?.body;
            return body && named(body.name, body.nameAr);
          }),
          tags.filter,
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/proceedings/${row.id}`,
          cells: {
            tags: tags.cell(row.id),
            title: <bdi>{row.title}</bdi>,
            code: <Code code={row.code} />,
            family: t(`oneOf.${row.family}`),
            kind: words.kind(row.family, row.kind),
            held: row.heldEdtf === null ? t("undated") : describe(row.heldEdtf),
            status:
              row.status === null ? null : (
                <>
                  {words.status(row.family, row.status)}
                  {row.statusAsOfEdtf === null ? null : (
                    <> ({t("statusAsOf", { date: describe(row.statusAsOfEdtf) })})</>
                  )}
                </>
              ),
            body: row.body && (
              <RecordName
                href={`/cases/${caseId}/actors/${row.body.id}`}
                name={named(row.body.name, row.body.nameAr)}
              />
            ),
          },
        }))}
        bulk={bulk}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconGavel size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
