import { Box } from "@mantine/core";
import { notFound } from "next/navigation";
import { caseSections } from "#components/cases/case-sections.ts";
import { CommandButton } from "#components/form/command-button.tsx";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

export default async function AmendCasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, corroboration, locale, caseFile] = await Promise.all([
    translator("cases"),
    translator("corroboration"),
    requestLocale(),
    asked(readCase, { caseId }),
  ]);
  if (!caseFile.may.amend) notFound();
  const { title, titleAr, summary, version, blindFirstReview } = caseFile;
  const home = `/cases/${caseId}`;
  return (
    <>
      <PageHeader
        title={t("edit")}
        actions={
          <CommandButton
            label={t("retract.action")}
            command="case.retract"
            input={{ caseId, version }}
            reason={{
              title: t("retract.action"),
              explanation: t("retract.text"),
              confirmLabel: t("retract.action"),
            }}
            tone="danger"
            weight="quiet"
            next={home}
          />
        }
        breadcrumb={[
          { label: locale === "ar" && titleAr ? titleAr : title, href: home },
          { label: t("edit") },
        ]}
      />
      <RecordForm
        command="case.amend"
        namespace="cases"
        sections={caseSections}
        caseId={caseId}
        fixed={{ caseId }}
        record={{ title, titleAr, summary }}
        version={version}
        draftKey={`case.amend.${caseId}`}
        next={home}
        cancelHref={home}
      />
      <Box mt="xl">
        <Section
          id="blind"
          title={corroboration("blind.title")}
          actions={
            <CommandButton
              label={corroboration(blindFirstReview ? "blind.turnOff" : "blind.turnOn")}
              command="case.setBlindReview"
              input={{ caseId, isOn: !blindFirstReview }}
              confirm={corroboration(blindFirstReview ? "blind.confirmOff" : "blind.confirmOn")}
              size="xs"
              doneText={corroboration("blind.done")}
            />
          }
        >
          <p>{corroboration(blindFirstReview ? "blind.on" : "blind.off")}</p>
        </Section>
      </Box>
    </>
  );
}
