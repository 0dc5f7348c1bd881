import { CommandButton } from "#components/form/command-button.tsx";
import { ConsentPill, CorroborationPill, StagePill } from "#components/testimonies/pills.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { translator } from "#lib/i18n/server.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { ContradictionsOfRecord } from "../../_parts/contradictions/of-record.tsx";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordPictures } from "../../_parts/record-pictures.tsx";
import { CompartmentPills } from "../../_parts/compartment-pills.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";
import { DeletedNote } from "../../_parts/testimony/deleted-note.tsx";
import { TestimonyActions } from "../../_parts/testimony/testimony-actions.tsx";
import { TestimonyAttachments } from "./_parts/testimony-attachments.tsx";
import { TestimonyConsent } from "../../_parts/testimony/testimony-consent.tsx";
import { TestimonyThirdPersons } from "../../_parts/testimony/testimony-third-persons.tsx";
import { TestimonyCorroboration } from "./_parts/testimony-corroboration.tsx";
import { TestimonyFacts } from "../../_parts/testimony/testimony-facts.tsx";
import { TestimonyRetention } from "../../_parts/testimony/testimony-retention.tsx";
import { TestimonyStatements } from "../../_parts/testimony/testimony-statements.tsx";
import { TestimonyText } from "../../_parts/testimony/testimony-text.tsx";
import { TestimonyVersions } from "../../_parts/testimony/testimony-versions.tsx";

interface Props {
  params: Promise<{ caseId: string; testimonyId: string }>;
  searchParams: Promise<{ version?: string; statement?: string }>;
}

export default async function TestimonyPage({ params, searchParams }: Props) {
  const { caseId, testimonyId } = await params;
  const { version: sought, statement } = await searchParams;
  const number = Number(sought ?? Number.NaN);
  const [t, retention, codebook, answer, rollUp] = await Promise.all([
    translator("testimonies"),
    translator("retention"),
    translator("codebook"),
    asked(readTestimony, { testimonyId, ...(Number.isSafeInteger(number) && number > 0 ? { number } : {}) }),
    maybeAsked(corroborationOfTestimony, { testimonyId }),
  ]);
  const { testimony, version } = answer;
  const isDeleted = answer.deletedAt !== null;
  const list = `/cases/${caseId}/testimonies`;
  return (
    <>
      <PageHeader
        kind={codebook(`testimonyKind.${testimony.kind}.label`)}
        title={isDeleted ? retention("deleted.name") : answer.stated.title}
        code={testimony.code}
        breadcrumb={[{ label: t("title"), href: list }, { label: testimony.code }]}
        pills={
          <>
            <StagePill value={testimony.stage} focusable />
            {rollUp === null ? null : <CorroborationPill value={rollUp.status} focusable />}
            {isDeleted ? null : <ConsentPill value={testimony.consentExport} focusable />}
            <CompartmentPills recordId={testimonyId} />
            <RecordPictures caseId={caseId} recordId={testimonyId} />
          </>
        }
        actions={
          <>
            <TestimonyActions
              testimony={testimony}
              may={answer.may}
              unanswered={answer.unanswered}
              lacksReferralOf={answer.lacksReferral ? answer.stated.witnessId : null}
            />
            {answer.may.copy && !isDeleted ? (
              <LinkButton href={`${list}/${testimonyId}/print?version=${version.number}`} variant="default">
                {t("print.action")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <DeletedNote testimony={testimony} deletedAt={answer.deletedAt} />
      {isDeleted ? null : <RetractedNote row={testimony} text={t("retracted")} />}
      <RecordColumns
        side={
          <>
            <TestimonyFacts answer={answer} caseId={caseId} />
            {isDeleted ? null : <TestimonyConsent testimony={testimony} may={answer.may.setConsent} />}
            <TestimonyThirdPersons answer={answer} />
            {rollUp === null ? null : <TestimonyCorroboration caseId={caseId} rollUp={rollUp} />}
            <TestimonyVersions answer={answer} caseId={caseId} />
            <TestimonyRetention caseId={caseId} testimonyId={testimonyId} />
            <RecordTeamwork recordId={testimonyId} />
            <RecordHistory recordId={testimonyId} />
          </>
        }
      >
        {isDeleted ? null : <TestimonyText caseId={caseId} answer={answer} statementId={statement} />}
        <TestimonyStatements
          caseId={caseId}
          testimonyId={testimonyId}
          number={version.number}
          paragraphs={version.paragraphs}
        />
        <ContradictionsOfRecord caseId={caseId} recordId={testimonyId} />
        <RecordLinks caseId={caseId} recordId={testimonyId} />
        <RecordCiting caseId={caseId} recordId={testimonyId} />
        <TestimonyAttachments testimonyId={testimonyId} attachments={answer.attachments} may={answer.may} />
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
