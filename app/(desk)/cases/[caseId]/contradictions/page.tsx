import { IconArrowsDiff } from "@tabler/icons-react";
import { ContradictionPill } from "#components/contradictions/pills.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { listContradictions } from "#lib/contradictions/queries/list-contradictions.ts";
import { CONTRADICTION_KINDS, CONTRADICTION_STATES } from "#lib/contradictions/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listNamedContradictions } from "#lib/imports/queries/list-named-contradictions.ts";
import { keptList } from "../../../_parts/kept-list.ts";
import { ClaimShown } from "../_parts/contradictions/claim-shown.tsx";
import { saidWords } from "../_parts/contradictions/said-words.ts";
import { listInput } from "../_parts/list-input.ts";
import { contradictionsUrl } from "./_parts/list-spec.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

/** All that does not fit together in a case, with what became of it. */
export default async function ContradictionsPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page, direction, filters } = listInput<typeof listContradictions>(
    await searchParams,
    contradictionsUrl,
  );
  const [t, imports, format, words, named, found] = await Promise.all([
    translator("contradictions"),
    translator("imports"),
    formats(),
    saidWords(),
    asked(listNamedContradictions, { caseId }),
    asked(listContradictions, { caseId, direction, page, ...filters }),
  ]);
  const options = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          named.rows.length === 0 ? undefined : (
            <LinkButton href={`/cases/${caseId}/contradictions/named`} variant="default">
              {imports("named.open")}
            </LinkButton>
          )
        }
      />
      <RecordTable
        {...await keptList("contradictions")}
        caption={t("title")}
        urlSpec={contradictionsUrl}
        columns={[
          { key: "what", header: t("columns.what") },
          { key: "state", header: t("columns.state"), kind: "pill" },
          { key: "claims", header: t("columns.claims") },
          { key: "material", header: t("columns.material"), isSecondary: true },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "found", header: t("columns.found"), kind: "date", isSecondary: true },
        ]}
        filters={[
          {
            kind: "enum",
            key: "state",
            label: t("columns.state"),
            options: options(CONTRADICTION_STATES, (value) => t(`state.${value}.label`)),
          },
          {
            kind: "enum",
            key: "kind",
            label: t("columns.kind"),
            options: options(CONTRADICTION_KINDS, (value) => t(`kind.${value}`)),
          },
          {
            kind: "enum",
            key: "material",
            label: t("columns.material"),
            options: [
              { value: "yes", label: t("material.filterYes") },
              { value: "no", label: t("material.filterNo") },
            ],
          },
        ]}
        rows={found.rows.map((row) => {
          const difference = words.difference(row.kind, row.said);
          return {
            id: row.id,
            href:
              row.other === null
                ? `/cases/${caseId}/allegations/${row.allegation?.id}#${row.facet}`
                : `/cases/${caseId}/contradictions/${row.id}`,
            cells: {
              what:
                difference === null
                  ? t(`kind.${row.kind}`)
                  : t("differsIn", { kind: t(`kind.${row.kind}`), difference }),
              code: <Code code={row.code} />,
              state: <ContradictionPill value={row.state} />,
              material:
                row.material === null ? t("material.open") : t(row.material ? "material.yes" : "material.no"),
              claims: (
                <>
                  <ClaimShown caseId={caseId} statement={row.statement} />
                  {row.other === null ? (
                    <p>
                      {t("byLink")} <Code code={row.allegation?.code ?? ""} />{" "}
                      <bdi>{row.allegation?.wording}</bdi>
                    </p>
                  ) : (
                    <ClaimShown caseId={caseId} statement={row.other} />
                  )}
                </>
              ),
              found: format.instantDay(row.createdAt),
            },
          };
        })}
        page={found}
        total={found.total}
        empty={
          <EmptyState title={t("empty.title")} icon={<IconArrowsDiff size={32} stroke={1.4} />}>
            {t("empty.text")}
          </EmptyState>
        }
      />
    </>
  );
}
