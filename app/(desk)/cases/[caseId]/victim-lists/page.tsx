import { IconListDetails } from "@tabler/icons-react";
import { RecordTable } from "#components/table/record-table.tsx";
import type { TableUrlSpec, UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listVictimLists } from "#lib/victim-lists/queries/list-victim-lists.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { describer } from "../_parts/describe.ts";
import { listInput } from "../_parts/list-input.ts";
import { localNames } from "../_parts/local-names.ts";
import { RecordName } from "../_parts/record-name.tsx";

const LISTS_URL: TableUrlSpec = { sorts: [], defaultSort: { key: "asOf", dir: "asc" } };

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

/** The lists of victims of a case as others published them, and how many persons they document at least. */
export default async function VictimListsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page } = listInput(await searchParams, LISTS_URL);
  const [t, victims, format, named, describe, found] = await Promise.all([
    translator("rolls"),
    translator("victims"),
    formats(),
    localNames(),
    describer(),
    asked(listVictimLists, { caseId, page }),
  ]);
  const home = `/cases/${caseId}/victim-lists`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        breadcrumb={[{ label: victims("title"), href: `/cases/${caseId}/victims` }, { label: t("title") }]}
        actions={
          <>
            <LinkButton href={`${home}/doubles`} variant="default">
              {t("doubles.title")}
            </LinkButton>
            <LinkButton href={`${home}/matrix`} variant="default">
              {t("matrix.title")}
            </LinkButton>
            {found.may.write ? <LinkButton href={`${home}/new`}>{t("new")}</LinkButton> : null}
          </>
        }
      />
      <p>
        <strong>{t("minimum", { count: found.persons, number: format.number(found.persons) })}</strong>{" "}
        {t("minimumLead")}
      </p>
      <RecordTable
        {...await keptList("victim-lists")}
        caption={t("title")}
        urlSpec={LISTS_URL}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "source", header: t("columns.source") },
          { key: "asOf", header: t("columns.asOf") },
          { key: "entries", header: t("columns.entries") },
          { key: "persons", header: t("columns.persons") },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `${home}/${row.id}`,
          cells: {
            title: (
              <>
                <bdi>{row.title}</bdi>
                {row.isRetracted ? ` · ${t("retracted")}` : null}
              </>
            ),
            code: <Code code={row.code} />,
            source: (
              <RecordName
                href={`/cases/${caseId}/sources/${row.source.id}`}
                name={named(row.source.name, row.source.nameAr)}
              />
            ),
            asOf: row.asOfEdtf === null ? null : describe(row.asOfEdtf),
            entries: format.number(row.entries),
            persons: row.isRetracted ? null : format.number(row.persons),
          },
        }))}
        page={found}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconListDetails size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
