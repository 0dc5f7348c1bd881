import { IconArrowsDiff } from "@tabler/icons-react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listNamedContradictions } from "#lib/imports/queries/list-named-contradictions.ts";
import { NamedOne } from "./_parts/named-one.tsx";
import classes from "./_parts/named.module.css";

interface Props {
  params: Promise<{ caseId: string }>;
}

/** What the compiler of an imported record named as contradictory in it: where it is seen, or why it is out of reach. */
export default async function NamedContradictionsPage({ params }: Props) {
  const { caseId } = await params;
  const [t, contradictions, { rows }] = await Promise.all([
    translator("imports"),
    translator("contradictions"),
    asked(listNamedContradictions, { caseId }),
  ]);
  const list = `/cases/${caseId}/contradictions`;
  const parts = [...Map.groupBy(rows, ({ part }) => part)];
  return (
    <>
      <PageHeader
        title={t("named.title")}
        lead={rows.length === 0 ? undefined : t("named.lead", { count: rows.length })}
        breadcrumb={[{ label: contradictions("title"), href: list }, { label: t("named.title") }]}
      />
      {rows.length === 0 ? (
        <EmptyState
          title={t("named.empty.title")}
          icon={<IconArrowsDiff size={32} stroke={1.4} />}
          action={
            <LinkButton href={list} variant="default">
              {t("named.empty.action")}
            </LinkButton>
          }
        >
          {t("named.empty.text")}
        </EmptyState>
      ) : (
        parts.map(([part, some]) => (
          <Section key={part} id={part} title={t(`named.part.${part}`)}>
            <ol className={classes.list}>
              {some.map((one) => (
                <NamedOne key={one.number} caseId={caseId} one={one} />
              ))}
            </ol>
          </Section>
        ))
      )}
    </>
  );
}
