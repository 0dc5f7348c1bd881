import { IconUrgent } from "@tabler/icons-react";
import { EmergencyTable } from "#components/emergencies/emergency-table.tsx";
import { OpenEmergency } from "#components/emergencies/open-emergency.tsx";
import { Banner } from "#components/ui/banners.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { ownEmergencies } from "#lib/emergencies/queries/own-emergencies.ts";
import { MINUTES } from "#lib/emergencies/vocabulary.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

/** Where somebody on call opens a case, and sees what came of those that they opened. */
export default async function EmergencyPage() {
  const [t, locale, { onCall, rows }] = await Promise.all([
    translator("emergencies"),
    requestLocale(),
    asked(ownEmergencies, {}),
  ]);
  const isOpen = rows.some(({ state }) => state === "open");
  const isBarred = rows.some(({ state }) => state === "overdue");
  const cases = onCall.map(({ caseId, code, title, titleAr }) => ({
    value: caseId,
    label: `${code} · ${locale === "ar" && titleAr ? titleAr : title}`,
  }));
  return (
    <>
      <PageHeader title={t("title")} {...(cases.length === 0 ? {} : { lead: t("lead") })} />
      {isBarred ? (
        <Banner tone="caution" title={t("barredTitle")}>
          {t("barred")}
        </Banner>
      ) : null}
      {cases.length === 0 && rows.length === 0 ? (
        <EmptyState title={t("own.none")} icon={<IconUrgent size={32} stroke={1.4} />}>
          {t("nothing")}
        </EmptyState>
      ) : null}
      {cases.length === 0 || isOpen || isBarred ? null : (
        <Section id="open" title={t("open.title")} lead={t("open.text")}>
          <OpenEmergency
            cases={cases}
            minutes={MINUTES.map((count) => ({
              value: String(count),
              label: t("open.minutesChoice", { count }),
            }))}
            words={{
              case: t("open.case"),
              minutes: t("open.minutes"),
              reason: t("open.reason"),
              reasonHelp: t("open.reasonHelp"),
              submit: t("open.submit"),
              opened: t("open.opened"),
            }}
          />
        </Section>
      )}
      {rows.length === 0 ? null : (
        <Section id="own" title={t("own.title")} bare>
          <EmergencyTable rows={rows} caption={t("own.title")} isOwn />
        </Section>
      )}
    </>
  );
}
