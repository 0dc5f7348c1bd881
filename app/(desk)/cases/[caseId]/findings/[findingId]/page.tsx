import { Alert } from "@mantine/core";
import { IconArrowForwardUp } from "@tabler/icons-react";
import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { FindingPill, OverridePill } from "#components/corroboration/pills.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";
import { CompartmentPills } from "../../_parts/compartment-pills.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { DecisionPanel } from "../../_parts/finding/decision-panel.tsx";
import { FindingEvidence } from "../../_parts/finding/finding-evidence.tsx";
import { FindingNotes } from "../../_parts/finding/finding-notes.tsx";
import { FindingText } from "../../_parts/finding/finding-text.tsx";
import { FindingVersions } from "../../_parts/finding/finding-versions.tsx";
import { FindingAppeals } from "./_parts/finding-appeals.tsx";

interface Props {
  params: Promise<{ caseId: string; findingId: string }>;
}

/** A finding: the case at the start, the decision beside it. */
export default async function FindingPage({ params }: Props) {
  const { caseId, findingId } = await params;
  const [t, codebook, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    asked(readFinding, { findingId }),
  ]);
  const { finding, allegation, versions } = answer;
  const list = `/cases/${caseId}/findings`;
  const newest = versions[0];
  return (
    <>
      <PageHeader
        kind={`${t("finding.one")} · ${t("finding.versionNumber", { number: finding.number })}`}
        title={t("finding.pageTitle", {
          facet: codebook(`facet.${finding.facet}.label`),
          wording: allegation.wording,
        })}
        code={finding.code}
        breadcrumb={[
          { label: t("allegation.title"), href: `/cases/${caseId}/allegations` },
          { label: allegation.code, href: `/cases/${caseId}/allegations/${allegation.id}` },
          { label: t("finding.title"), href: list },
          { label: finding.code },
        ]}
        pills={
          <>
            <FindingPill value={finding.status} focusable />
            {finding.isOverride ? <OverridePill focusable /> : null}
            <CompartmentPills recordId={findingId} />
          </>
        }
      />
      {newest === undefined || newest.id === finding.id ? null : (
        <Alert color="gray" icon={<IconArrowForwardUp size={18} aria-hidden />} mb="md">
          {t("finding.superseded")}{" "}
          <Link href={`${list}/${newest.id}`} prefetch={false}>
            {t("finding.toNewest")}
          </Link>
        </Alert>
      )}
      <FindingNotes answer={answer} />
      <div className={classes.review}>
        <div>
          <FindingText caseId={caseId} answer={answer} />
          <FindingEvidence caseId={caseId} answer={answer} />
          <FindingVersions caseId={caseId} answer={answer} />
          <FindingAppeals caseId={caseId} answer={answer} />
          <RecordTeamwork recordId={findingId} />
          <RecordHistory recordId={findingId} />
        </div>
        <aside className={classes.panel} aria-labelledby="decision-title">
          <DecisionPanel caseId={caseId} answer={answer} />
        </aside>
      </div>
    </>
  );
}
