import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readConsent } from "#lib/consent/queries/read-consent.ts";
import { translator } from "#lib/i18n/server.ts";
import { AnswersGiven } from "./_parts/answers-given.tsx";
import { Foreseen } from "./_parts/foreseen.tsx";
import { Holders } from "./_parts/holders.tsx";
import { OwnUse } from "./_parts/own-use.tsx";
import { Standing } from "./_parts/standing.tsx";
import { Talks } from "./_parts/talks.tsx";
import { Waiting } from "./_parts/waiting.tsx";
import { WithdrawButton } from "./_parts/withdraw-button.tsx";

export default async function ConsentPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const [t, witnesses, ledger] = await Promise.all([
    translator("consent"),
    translator("witnesses"),
    asked(readConsent, { witnessId }),
  ]);
  const { witness, may } = ledger;
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  const waits = ledger.cells.some(({ waiting }) => waiting.length > 0);
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
                    <LinkButton href={`${person}/consent/new`}>{t("record")}</LinkButton>
                  ) : null}
                  {ledger.canWithdraw.length > 0 ? <WithdrawButton ledger={ledger} cell={null} /> : null}
                </>
              ),
            }
          : {})}
      />
      {witness.isAgeKnown ? null : (
        <Alert variant="light" color="yellow" icon={<IconInfoCircle size={18} aria-hidden />} mb="md">
          {t("ageUnknown")}
        </Alert>
      )}
      <OwnUse ledger={ledger} />
      {waits ? (
        <Section id="waiting" title={t("waiting.title")} lead={t("waiting.lead")}>
          <Waiting ledger={ledger} />
        </Section>
      ) : null}
      <Section id="standing" title={t("standing.title")} bare>
        <Standing ledger={ledger} />
      </Section>
      {may.write && ledger.canWithdraw.length > 0 ? (
        <Section id="foreseen" title={t("foreseen.title")} lead={t("foreseen.lead")}>
          <Foreseen caseId={caseId} witnessId={witnessId} />
        </Section>
      ) : null}
      <Talks caseId={caseId} witnessId={witnessId} />
      <Section id="holders" title={t("holders.title")} lead={t("holders.lead")}>
        <Holders caseId={caseId} holders={ledger.holders} />
      </Section>
      <Section id="answers" title={t("history.title")}>
        <AnswersGiven ledger={ledger} />
      </Section>
    </>
  );
}
