import { IconCalculator } from "@tabler/icons-react";
import type { UrlParams } from "#components/table/url-state.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { readFigureRanges } from "#lib/analysis/queries/read-figure-ranges.ts";
import { asked } from "#lib/api/asked.ts";
import { FigureUnit } from "#lib/codebook/reported.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { IncidentId } from "#lib/incidents/vocabulary.ts";
import { asSearchParams } from "../../_parts/address.ts";
import { FigureGroup } from "./_parts/figure-group.tsx";
import { Ranges } from "./_parts/ranges.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

/** What publishers said over time: all counts of the event in one chart, then those of the same thing. Never added up. */
export default async function FiguresOverTimePage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const sought = asSearchParams(await searchParams);
  const incidentId = IncidentId.safeParse(sought.get("incident")).data;
  const unit = FigureUnit.safeParse(sought.get("unit")).data;
  const [t, figures, format, ranges, found] = await Promise.all([
    translator("analysis"),
    translator("figures"),
    formats(),
    asked(readFigureRanges, {
      caseId,
      ...(incidentId === undefined ? {} : { incidentId }),
      ...(unit === undefined ? {} : { unit }),
    }),
    asked(readFigureGroups, { caseId }),
  ]);
  const list = `/cases/${caseId}/figures`;
  const isEmpty = found.groups.length === 0 && ranges.days.length === 0 && ranges.incidents.length === 0;
  return (
    <>
      <PageHeader
        title={t("figures.title")}
        lead={t("figures.lead")}
        breadcrumb={[{ label: figures("title"), href: list }, { label: t("figures.title") }]}
      />
      {isEmpty ? (
        <EmptyState
          title={t("figures.empty.title")}
          icon={<IconCalculator size={32} stroke={1.4} />}
          action={
            <LinkButton href={list} variant="default">
              {t("figures.all")}
            </LinkButton>
          }
        >
          {t("figures.empty.text")}
        </EmptyState>
      ) : (
        <Ranges caseId={caseId} found={ranges} />
      )}
      {found.groups.length === 0 ? null : (
        <>
          <p>{t("figures.open")}</p>
          {found.groups.map((group) => (
            <FigureGroup key={group.figures[0]?.id} caseId={caseId} group={group} />
          ))}
        </>
      )}
      {found.groups.length > 0 && found.others > 0 ? (
        <p>{t("figures.others", { count: found.others, number: format.number(found.others) })}</p>
      ) : null}
      {found.hasMore ? <p>{t("figures.more")}</p> : null}
    </>
  );
}
