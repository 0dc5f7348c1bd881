import { Alert } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import Link from "next/link";
import { ContactPill } from "#components/contact/contact-pill.tsx";
import { GradePill } from "#components/sources/grade-pill.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readWitness } from "#lib/witnesses/queries/read-witness.ts";
import { AccountsGiven } from "../../_parts/accounts-given.tsx";
import { Grades } from "../../_parts/grades.tsx";
import { IdentityLink } from "../../_parts/identity/identity-link.tsx";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { SourceTies } from "../../_parts/source-ties.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";

export default async function WitnessPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const [t, consent, risk, contact, referrals, contradictions, format, witness] = await Promise.all([
    translator("witnesses"),
    translator("consent"),
    translator("risk"),
    translator("contact"),
    translator("referrals"),
    translator("contradictions"),
    formats(),
    asked(readWitness, { witnessId }),
  ]);
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="witnesses"
        title={witness.code}
        row={witness}
        pills={
          <>
            <ContactPill mode={witness.contact} focusable />
            <GradePill grade={witness.grades[0]?.reliability ?? null} focusable />
          </>
        }
      />
      {witness.testimoniesGiven > 0 && witness.may.write ? (
        <Alert variant="light" icon={<IconInfoCircle size={18} aria-hidden />} mb="md">
          {t("accounts.again")}
        </Alert>
      ) : null}
      <RecordColumns
        side={
          <>
            <Grades graded={{ sourceId: null, witnessId }} grades={witness.grades} may={witness.may.grade} />
            <RecordTeamwork recordId={witnessId} />
            <RecordHistory recordId={witnessId} />
          </>
        }
      >
        <Section id="facts" title={t("one")}>
          <Facts
            items={[
              {
                label: t("fields.ageBand.label"),
                value: t(`fields.ageBand.options.${witness.ageBand}.label`),
                note: t(`fields.ageBand.options.${witness.ageBand}.definition`),
              },
              { label: t("fields.sex.label"), value: t(`fields.sex.options.${witness.sex}`) },
              { label: t("columns.createdAt"), value: format.instantDay(witness.createdAt) },
              {
                label: t("fields.note.label"),
                value: witness.note && <Prose text={witness.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <Section id="protection" title={t("sections.protection.title")} lead={t("sections.protection.lead")}>
          <Facts
            items={[
              {
                label: t("fields.protectionNote.label"),
                value: witness.protectionNote && <Prose text={witness.protectionNote} />,
                wide: true,
              },
            ]}
          />
        </Section>
        <IdentityLink caseId={caseId} room="witnesses" personId={witnessId} />
        <Section id="contact" title={contact("title")} lead={contact(`said.${witness.contact}`)}>
          <Link href={`/cases/${caseId}/witnesses/${witnessId}/contact`} prefetch={false}>
            {contact("open")}
          </Link>
        </Section>
        <Section id="consent" title={consent("title")} lead={consent("lead")}>
          <Link href={`/cases/${caseId}/witnesses/${witnessId}/consent`} prefetch={false}>
            {consent("open")}
          </Link>
        </Section>
        <Section id="risk" title={risk("title")} lead={risk("lead")}>
          <Link href={`/cases/${caseId}/witnesses/${witnessId}/risk`} prefetch={false}>
            {risk("open")}
          </Link>
        </Section>
        {witness.referralsOpen === null ? null : (
          <Section
            id="support"
            title={referrals("title")}
            lead={
              witness.referralsOpen === 0
                ? referrals("lead")
                : referrals("toFollowUp", { count: witness.referralsOpen })
            }
          >
            <Link href={`/cases/${caseId}/witnesses/${witnessId}/support`} prefetch={false}>
              {referrals("open")}
            </Link>
          </Section>
        )}
        <SourceTies caseId={caseId} of={{ witnessId, sourceId: null }} />
        <AccountsGiven caseId={caseId} by={{ witnessId }} />
        {witness.testimoniesGiven > 1 ? (
          <p>
            <Link href={`/cases/${caseId}/witnesses/${witnessId}/accounts`} prefetch={false}>
              {contradictions("accounts.open")}
            </Link>
          </p>
        ) : null}
      </RecordColumns>
    </>
  );
}
