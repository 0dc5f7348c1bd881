import { IconCalculator } from "@tabler/icons-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readFigureGroups } from "#lib/analysis/queries/read-figure-groups.ts";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { FigureGroup } from "./_parts/figure-group.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
}

/** What each publisher said of the same thing, in the order of days, on one scale and never added up. */
export default async function FiguresOverTimePage({ params }: Props) {
  const { caseId } = await params;
  const [t, figures, format, found] = await Promise.all([
    translator("analysis"),
    translator("figures"),
    formats(),
    asked(readFigureGroups, { caseId }),
  ]);
  const list = `/cases/${caseId}/figures`;
  return (
    <>
      <PageHeader
        title={t("figures.title")}
        lead={t("figures.lead")}
        breadcrumb={[{ label: figures("title"), href: list }, { label: t("figures.title") }]}
      />
      {found.groups.length === 0 ? (
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
