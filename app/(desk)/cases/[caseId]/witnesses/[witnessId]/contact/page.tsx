import { ContactPill } from "#components/contact/contact-pill.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readContact } from "#lib/contact/queries/read-contact.ts";
import { translator } from "#lib/i18n/server.ts";
import { PlanOnRecord } from "./_parts/plan-on-record.tsx";
import { Permits } from "./_parts/permits.tsx";
import { WordsSaid } from "./_parts/words-said.tsx";

export default async function ContactPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const [t, witnesses, contact] = await Promise.all([
    translator("contact"),
    translator("witnesses"),
    asked(readContact, { witnessId }),
  ]);
  const { witness, mode, may, said } = contact;
  const person = `/cases/${caseId}/witnesses/${witnessId}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        code={witness.code}
        pills={<ContactPill mode={mode} focusable />}
        breadcrumb={[
          { label: witnesses("title"), href: `/cases/${caseId}/witnesses` },
          { label: witness.code, href: person },
          { label: t("title") },
        ]}
        {...(may.set ? { actions: <LinkButton href={`${person}/contact/new`}>{t("set")}</LinkButton> } : {})}
      />
      <Section id="said" title={t("saidTitle")}>
        <WordsSaid said={said} />
      </Section>
      <Section
        id="plan"
        title={t("plan.title")}
        lead={t("plan.lead")}
        {...(may.set
          ? {
              actions: (
                <LinkButton href={`${person}/contact/plan`} variant="default" size="xs">
                  {t("plan.record")}
                </LinkButton>
              ),
            }
          : {})}
      >
        <PlanOnRecord contact={contact} />
      </Section>
      <Section id="permits" title={t("permits.title")} lead={t("permits.lead")}>
        <Permits contact={contact} />
      </Section>
    </>
  );
}
