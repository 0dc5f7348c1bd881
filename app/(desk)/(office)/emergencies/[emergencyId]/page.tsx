import { EmergencyState } from "#components/emergencies/emergency-table.tsx";
import { LooksTable } from "#components/emergencies/looks-table.tsx";
import { ReviewEmergency } from "#components/emergencies/review-emergency.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readEmergency } from "#lib/emergencies/queries/read-emergency.ts";
import { VERDICTS } from "#lib/emergencies/vocabulary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";

/** One emergency access: why it was, what was looked at, and what a second person found. */
export default async function OneEmergencyPage({ params }: { params: Promise<{ emergencyId: string }> }) {
  const { emergencyId } = await params;
  const [t, format, locale, one] = await Promise.all([
    translator("emergencies"),
    formats(),
    requestLocale(),
    asked(readEmergency, { emergencyId }),
  ]);
  const title = locale === "ar" && one.case.titleAr ? one.case.titleAr : one.case.title;
  return (
    <>
      <PageHeader
        title={t("one.title", { name: isolated(one.displayName) })}
        breadcrumb={[
          { label: t("list.title"), href: "/emergencies" },
          { label: format.instant(one.openedAt) },
        ]}
      />
      <Section id="facts" title={t("one.facts")}>
        <Facts
          items={[
            { label: t("column.state"), value: <EmergencyState state={one.state} /> },
            {
              label: t("one.case"),
              value: (
                <>
                  <Code code={one.case.code} /> <bdi>{title}</bdi>
                </>
              ),
            },
            { label: t("one.from"), value: format.instant(one.openedAt) },
            {
              label: t("one.until"),
              value: format.instant(one.endedAt ?? one.expiresAt),
              ...(one.endedAt === null ? {} : { note: t("one.endedEarly") }),
            },
            { label: t("one.reason"), value: <span dir="auto">{one.reason}</span>, wide: true },
            ...(one.verdict === null
              ? [{ label: t("one.due"), value: format.instant(one.dueAt) }]
              : [
                  {
                    label: t("one.verdict"),
                    value: t(`verdict.${one.verdict}`),
                    note: (
                      <>
                        <bdi>{one.reviewedByName}</bdi>
                        {one.reviewedAt === null ? null : ` · ${format.instant(one.reviewedAt)}`}
                      </>
                    ),
                  },
                  { label: t("one.note"), value: <span dir="auto">{one.reviewNote}</span>, wide: true },
                ]),
          ]}
        />
      </Section>
      <Section id="looks" title={t("looks.title")} lead={t("looks.lead")} bare>
        <LooksTable looks={one.looks} hasMore={one.hasMoreLooks} />
      </Section>
      {one.state === "reviewed" ? null : (
        <Section id="review" title={t("review.title")} lead={t("review.lead")}>
          {one.may.review ? (
            <ReviewEmergency
              emergencyId={one.id}
              version={one.version}
              verdicts={VERDICTS.map((verdict) => ({ value: verdict, label: t(`review.${verdict}`) }))}
              words={{
                verdict: t("review.verdict"),
                note: t("review.note"),
                noteHelp: t("review.noteHelp"),
                submit: t("review.submit"),
                done: t("review.done"),
              }}
            />
          ) : (
            <>
              <p>{t(one.isOwn ? "review.own" : "review.later")}</p>
              {one.may.end ? (
                <CommandButton
                  label={t("now.end")}
                  command="emergency.end"
                  input={{ emergencyId: one.id, version: one.version }}
                  confirm={t("now.endOther")}
                  doneText={t("now.ended")}
                  tone="danger"
                />
              ) : null}
            </>
          )}
        </Section>
      )}
    </>
  );
}
