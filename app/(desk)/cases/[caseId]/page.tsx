import { IconPlus } from "@tabler/icons-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { NumberCard, NumberCards } from "#components/ui/number-card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { readOverview } from "#lib/cases/queries/read-overview.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { FINDING_STATUSES } from "#lib/corroboration/vocabulary.ts";
import { counts, requestLocale, translator } from "#lib/i18n/server.ts";
import { testimonyStages } from "#lib/testimonies/vocabulary.ts";

interface Part {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly href: string;
}

export default async function CasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, testimonies, roles, locale, countText, caseFile, numbers, { rights }] = await Promise.all([
    translator("cases"),
    translator("testimonies"),
    translator("access"),
    requestLocale(),
    counts(),
    asked(readCase, { caseId }),
    asked(readOverview, { caseId }),
    asked(readRights, { caseId }),
  ]);
  const home = `/cases/${caseId}`;
  const counted = (
    values: readonly string[],
    counts: readonly { value: string; count: number }[],
    label: (value: string) => string,
    href: (value: string) => string,
  ): Part[] =>
    values.flatMap((value) => {
      const count = counts.find((one) => one.value === value)?.count ?? 0;
      return count === 0 ? [] : [{ key: value, label: label(value), count, href: href(value) }];
    });
  const stages = counted(
    testimonyStages,
    numbers.testimonies,
    (value) => testimonies(`stage.${value}.label`),
    (value) => `${home}/testimonies?stage=${value}`,
  );
  const statuses = counted(
    FINDING_STATUSES,
    numbers.findings,
    (value) => t(`overview.findingStatus.${value}`),
    (value) => `${home}/findings?status=${value}`,
  );
  const sum = (parts: readonly Part[]) => countText(parts.reduce((total, { count }) => total + count, 0));
  const lines = (parts: readonly Part[]) =>
    parts.map(({ count, ...part }) => ({ ...part, value: countText(count) }));
  return (
    <>
      <PageHeader
        title={locale === "ar" && caseFile.titleAr ? caseFile.titleAr : caseFile.title}
        code={caseFile.code}
        pills={
          <StatusPill
            focusable
            label={t(`kind.${caseFile.kind}`)}
            meaning={t(`kindMeaning.${caseFile.kind}`)}
            tone={caseFile.kind === "training" ? "accent" : "neutral"}
          />
        }
        actions={
          <>
            {caseFile.may.amend ? (
              <LinkButton href={`${home}/edit`} variant="default">
                {t("edit")}
              </LinkButton>
            ) : null}
            {rights.includes("testimony.write") ? (
              <LinkButton href={`${home}/testimonies/new`} leftSection={<IconPlus size={16} aria-hidden />}>
                {testimonies("new")}
              </LinkButton>
            ) : null}
          </>
        }
        {...(caseFile.role ? { lead: `${t("overview.yourRole")}: ${roles(`role.${caseFile.role}`)}` } : {})}
      />
      <Section id="about" title={t("overview.about")}>
        <p dir="auto">{caseFile.summary}</p>
      </Section>
      <Section id="numbers" title={t("overview.numbers")} lead={t("overview.lead")} bare>
        <NumberCards>
          {numbers.waiting === null ? null : (
            <NumberCard
              title={t("overview.waiting")}
              total={countText(numbers.waiting)}
              href={`${home}/review`}
            />
          )}
          <NumberCard
            title={t("overview.testimonies")}
            total={sum(stages)}
            href={`${home}/testimonies`}
            lines={lines(stages)}
          />
          <NumberCard
            title={t("overview.findings")}
            total={sum(statuses)}
            href={`${home}/findings`}
            lines={lines(statuses)}
          />
          <NumberCard
            title={t("overview.allegations")}
            total={countText(numbers.allegations)}
            href={`${home}/allegations`}
          />
          <NumberCard
            title={t("overview.incidents")}
            total={countText(numbers.incidents)}
            href={`${home}/incidents`}
          />
          <NumberCard
            title={t("overview.actors")}
            total={countText(numbers.actors)}
            href={`${home}/actors`}
          />
          {numbers.exports === null ? null : (
            <NumberCard
              title={t("overview.exports")}
              total={countText(numbers.exports)}
              href={`${home}/exports`}
            />
          )}
        </NumberCards>
      </Section>
    </>
  );
}
