import { IconScale } from "@tabler/icons-react";
import { levelWords } from "#components/corroboration/level.tsx";
import { FindingPill } from "#components/corroboration/pills.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { compareRules } from "#lib/corroboration/queries/compare-rules.ts";
import { translator } from "#lib/i18n/server.ts";
import { keptList } from "../../../../_parts/kept-list.ts";
import { listInput } from "../../_parts/list-input.ts";
import { rulesUrl } from "../_parts/list-spec.ts";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

const NEWS = ["coverage", "party", "unknown"] as const;

/** What the newest rules would make of each finding, before a senior reviewer lets the case go by them. */
export default async function RulesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page } = listInput(await searchParams, rulesUrl);
  const [t, codebook, level, found] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    levelWords(),
    asked(compareRules, { caseId, page }),
  ]);
  const { inForce, newest } = found;
  const isNewest = inForce === newest;
  const effectOf = (row: (typeof found.rows)[number]) => {
    if (row.becomesContested) return <StatusPill label={t("rules.contested")} tone="bad" />;
    if (row.after < row.before) return <StatusPill label={t("rules.falls")} tone="caution" />;
    return row.after > row.before ? t("rules.rises") : t("rules.same");
  };
  return (
    <>
      <PageHeader
        title={t("rules.title")}
        lead={isNewest ? t("rules.upToDate", { newest }) : t("rules.lead", { inForce, newest })}
        breadcrumb={[
          { label: t("finding.title"), href: `/cases/${caseId}/findings` },
          { label: t("rules.title") },
        ]}
        actions={
          found.may.accept && !isNewest ? (
            <CommandButton
              label={t("rules.accept.action")}
              command="rules.accept"
              input={{ caseId, version: found.caseVersion, algorithmVersion: newest }}
              confirm={t("rules.accept.text")}
            />
          ) : undefined
        }
      />
      <Section id="news" title={t("rules.whatIsNew.title")}>
        <ul>
          {NEWS.map((one) => (
            <li key={one}>{t(`rules.whatIsNew.${one}`)}</li>
          ))}
        </ul>
      </Section>
      <RecordTable
        {...await keptList("rules")}
        caption={t("rules.title")}
        urlSpec={rulesUrl}
        columns={[
          { key: "finding", header: t("rules.columns.finding") },
          { key: "status", header: t("rules.columns.status"), kind: "pill" },
          { key: "before", header: t("rules.columns.before") },
          { key: "after", header: t("rules.columns.after") },
          { key: "effect", header: t("rules.columns.effect") },
        ]}
        filters={[]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/findings/${row.id}`,
          cells: {
            finding: (
              <>
                <Code code={row.code} /> {codebook(`facet.${row.facet}.label`)}:{" "}
                <bdi>{row.allegation.wording}</bdi>
              </>
            ),
            status: <FindingPill value={row.status} />,
            before: level(row.before),
            after: level(row.after),
            effect: effectOf(row),
          },
        }))}
        page={found}
        empty={
          <EmptyState title={t("rules.none.title")} icon={<IconScale size={32} stroke={1.4} />}>
            {t("rules.none.text")}
          </EmptyState>
        }
      />
    </>
  );
}
