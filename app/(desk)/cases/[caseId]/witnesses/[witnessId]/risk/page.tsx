import { Alert, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readRisk } from "#lib/risk/queries/read-risk.ts";
import { Prose } from "../../../_parts/prose.tsx";
import { Assessment } from "./_parts/assessment.tsx";

export default async function RiskPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const [t, recipients, witnesses, format, risk] = await Promise.all([
    translator("risk"),
    translator("recipients"),
    translator("witnesses"),
    formats(),
    asked(readRisk, { witnessId }),
  ]);
  const { witness, newest, barredBy, isDone, mayGoTo, may } = risk;
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  const day = newest === null ? "" : format.instantDay(newest.validUntil - 1);
  const warning =
    newest === null
      ? t("none")
      : barredBy === "over"
        ? t("over", { day })
        : barredBy === "happened"
          ? t("happened")
          : isDone
            ? null
            : t("open_mitigations");
  const outside = mayGoTo.filter((one) => one !== "ourselves");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        code={witness.code}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title") },
        ]}
        {...(may.write
          ? {
              actions: (
                <>
                  {witness.retractedAt === null ? (
                    <LinkButton href={`${person}/risk/assess`}>
                      {t(newest === null ? "assess" : "again")}
                    </LinkButton>
                  ) : null}
                  <LinkButton href={`${person}/risk/report`} variant="default">
                    {t("report")}
                  </LinkButton>
                </>
              ),
            }
          : {})}
      />
      {warning === null ? null : (
        <Alert variant="light" color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} mb="md">
          {warning}
        </Alert>
      )}
      {newest === null ? null : (
        <Section id="now" title={t("now")} {...(barredBy === "over" ? {} : { lead: t("holds", { day }) })}>
          <Assessment assessment={newest} />
          <p>
            {t("mayGoTo")}:{" "}
            {outside.length === 0
              ? t("nobody")
              : format.list(outside.map((one) => recipients(`class.${one}`)))}
          </p>
        </Section>
      )}
      <Section id="events" title={t("events.title")}>
        {risk.events.length === 0 ? (
          <p>{t("events.none")}</p>
        ) : (
          <Stack component="ul" gap="xs" m={0}>
            {risk.events.map((event) => (
              <li key={event.id}>
                {[
                  t(`trigger.${event.kind}`),
                  format.instantDay(Date.parse(`${event.happenedOn}T12:00:00Z`)),
                  t(event.witnessId === null ? "events.all" : "events.own"),
                  ...(event.by === null ? [] : [t("by", { name: event.by })]),
                ].join(" · ")}
                {event.note === null ? null : <Prose text={event.note} />}
              </li>
            ))}
          </Stack>
        )}
      </Section>
      {risk.assessments.length < 2 ? null : (
        <Section id="history" title={t("history")}>
          <Stack gap="lg">
            {risk.assessments.slice(1).map((one) => (
              <Assessment key={one.id} assessment={one} />
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}
