import { CommandButton } from "#components/form/command-button.tsx";
import { ConsentPill, CorroborationPill, StagePill } from "#components/testimonies/pills.tsx";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { translator } from "#lib/i18n/server.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { QueueBar } from "../../_parts/queue-bar.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";
import { TestimonyActions } from "./_parts/testimony-actions.tsx";
import { TestimonyAttachments } from "./_parts/testimony-attachments.tsx";
import { TestimonyConsent } from "./_parts/testimony-consent.tsx";
import { TestimonyCorroboration } from "./_parts/testimony-corroboration.tsx";
import { TestimonyFacts } from "./_parts/testimony-facts.tsx";
import { statementNotes, TestimonyStatements } from "./_parts/testimony-statements.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TestimonyVersions } from "./_parts/testimony-versions.tsx";

interface Props {
  params: Promise<{ caseId: string; testimonyId: string }>;
  searchParams: Promise<{ version?: string; queue?: string }>;
}

export default async function TestimonyPage({ params, searchParams }: Props) {
  const { caseId, testimonyId } = await params;
  const { version: sought, queue } = await searchParams;
  const number = Number(sought ?? Number.NaN);
  const [t, codebook, answer, rollUp] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    asked(readTestimony, { testimonyId, ...(Number.isSafeInteger(number) && number > 0 ? { number } : {}) }),
    maybeAsked(corroborationOfTestimony, { testimonyId }),
  ]);
  const { testimony, version } = answer;
  const list = `/cases/${caseId}/testimonies`;
  const isOld = version.number !== testimony.versionNumber;
  return (
    <>
      {queue === undefined ? null : <QueueBar caseId={caseId} recordId={testimonyId} />}
      <PageHeader
        kind={codebook(`testimonyKind.${testimony.kind}.label`)}
        title={testimony.title}
        code={testimony.code}
        breadcrumb={[{ label: t("title"), href: list }, { label: testimony.code }]}
        pills={
          <>
            <StagePill value={testimony.stage} focusable />
            {rollUp === null ? null : <CorroborationPill value={rollUp.status} focusable />}
            <ConsentPill value={testimony.consentExport} focusable />
          </>
        }
        actions={<TestimonyActions caseId={caseId} testimony={testimony} may={answer.may} />}
      />
      <RetractedNote row={testimony} text={t("retracted")} />
      <RecordColumns
        side={
          <>
            <TestimonyFacts answer={answer} caseId={caseId} />
            <TestimonyConsent testimony={testimony} may={answer.may.setConsent} />
            {rollUp === null ? null : <TestimonyCorroboration caseId={caseId} rollUp={rollUp} />}
            <TestimonyVersions answer={answer} caseId={caseId} />
            <RecordHistory recordId={testimonyId} />
          </>
        }
      >
        <Section
          id="text"
          title={isOld ? t("oldVersion", { number: version.number }) : t("text", { number: version.number })}
          lead={t(`textBasis.${version.textBasis}`)}
          actions={
            isOld ? (
              <LinkButton href={`${list}/${testimonyId}`} variant="default" size="xs">
                {t("toNewest")}
              </LinkButton>
            ) : answer.may.save ? (
              <LinkButton href={`${list}/${testimonyId}/edit`} size="xs">
                {t("editShort")}
              </LinkButton>
            ) : undefined
          }
        >
          <BilingualText
            paragraphs={version.paragraphs}
            originalLanguage={version.originalLanguage === "unknown" ? "und" : version.originalLanguage}
            {...(version.translationLanguage === null
              ? {}
              : { translation: { language: version.translationLanguage, translator: version.translator } })}
            notes={await statementNotes(testimonyId)}
          />
        </Section>
        <TestimonyStatements
          caseId={caseId}
          testimonyId={testimonyId}
          number={version.number}
          paragraphs={version.paragraphs}
        />
        <RecordLinks caseId={caseId} recordId={testimonyId} />
        <TestimonyAttachments
          testimonyId={testimonyId}
          attachments={answer.attachments}
          may={answer.may.attach}
        />
        {answer.may.retract ? (
          <p>
            <CommandButton
              label={t("retract.action")}
              command="testimony.retract"
              input={{ testimonyId, version: testimony.version }}
              reason={{
                title: t("retract.action"),
                explanation: t("retract.text"),
                confirmLabel: t("retract.action"),
              }}
              tone="danger"
              weight="quiet"
            />
          </p>
        ) : null}
      </RecordColumns>
    </>
  );
}
