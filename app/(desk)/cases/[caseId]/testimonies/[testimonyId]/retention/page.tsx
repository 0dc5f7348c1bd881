import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { HoldList } from "#components/retention/hold-list.tsx";
import { PlaceHold } from "#components/retention/place-hold.tsx";
import { classSections } from "#components/retention/retention-sections.ts";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readTestimonyRetention } from "#lib/retention/queries/read-testimony-retention.ts";
import { Deletion } from "./_parts/deletion.tsx";

export default async function TestimonyRetentionPage({
  params,
}: {
  params: Promise<{ caseId: string; testimonyId: string }>;
}) {
  const { caseId, testimonyId } = await params;
  const [t, testimonies, format, answer] = await Promise.all([
    translator("retention"),
    translator("testimonies"),
    formats(),
    asked(readTestimonyRetention, { testimonyId }),
  ]);
  const { testimony, retentionClass, reason, dueAt, isDue, holds, may, seen, certificate } = answer;
  const account = `/cases/${caseId}/testimonies/${testimonyId}`;
  const fixed = { testimonyId, seen };
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("account.lead")}
        code={testimony.code}
        breadcrumb={[
          { label: testimonies("title"), href: `/cases/${caseId}/testimonies` },
          { label: testimony.code, href: account },
          { label: t("short") },
        ]}
      />
      {certificate === null ? (
        <>
          <Section
            id="class"
            title={t("account.class")}
            {...(may.write
              ? {
                  actions: (
                    <FormInDialog
                      label={t("account.change")}
                      size="xs"
                      form={{
                        command: "retention.classify",
                        namespace: "retention",
                        sections: classSections,
                        caseId,
                        fixed,
                        record: { retentionClass },
                        draftKey: `retention.classify.${testimonyId}`,
                      }}
                    />
                  ),
                }
              : {})}
          >
            <Facts
              items={[
                { label: t("account.class"), value: t(`class.${retentionClass}`) },
                {
                  label: t("account.until"),
                  value: dueAt === null ? t("account.never") : format.instantDay(dueAt),
                  note:
                    dueAt !== null && isDue ? t("account.isDue", { day: format.instantDay(dueAt) }) : null,
                },
                { label: t("due.recorded"), value: format.instantDay(testimony.createdAt) },
                {
                  label: t("account.why"),
                  value: reason === null ? t("account.notSaid") : <bdi>{reason}</bdi>,
                },
              ]}
            />
          </Section>
          <Section
            id="holds"
            title={t("account.holds")}
            {...(may.hold
              ? {
                  actions: <PlaceHold label={t("holds.place")} caseId={caseId} testimonyId={testimonyId} />,
                }
              : {})}
          >
            <HoldList
              holds={holds.map((hold) => ({
                ...hold,
                over: hold.testimonyId === null ? null : { name: testimony.code },
              }))}
              mayLift={may.hold}
            />
          </Section>
        </>
      ) : null}
      <Deletion answer={answer} />
    </>
  );
}
