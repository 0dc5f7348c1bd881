import { FindingPill, OverridePill } from "#components/corroboration/pills.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { asked } from "#lib/api/asked.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";
import { DecisionPanel } from "../../_parts/finding/decision-panel.tsx";
import { FindingEvidence } from "../../_parts/finding/finding-evidence.tsx";
import { FindingNotes } from "../../_parts/finding/finding-notes.tsx";
import { FindingText } from "../../_parts/finding/finding-text.tsx";
import { ReviewHead } from "./review-head.tsx";

interface Props {
  caseId: string;
  findingId: string;
  /** The review of what waits after it. */
  next: string;
}

/** A finding under review: the act, the reasoning and the evidence in the middle, the decision beside. */
export async function ReviewFinding({ caseId, findingId, next }: Props) {
  const [t, codebook, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    asked(readFinding, { findingId }),
  ]);
  const { finding, allegation } = answer;
  const facet = codebook(`facet.${finding.facet}.label`);
  return (
    <article key={findingId} aria-label={finding.code}>
      <ReviewHead
        kind={`${t("finding.one")} · ${t("finding.versionNumber", { number: finding.number })}`}
        title={t("finding.pageTitle", { facet, wording: allegation.wording })}
        code={finding.code}
        href={`/cases/${caseId}/findings/${findingId}`}
        pills={
          <>
            <FindingPill value={finding.status} focusable />
            {finding.isOverride ? <OverridePill focusable /> : null}
          </>
        }
      />
      <FindingNotes answer={answer} />
      <RecordColumns side={<DecisionPanel caseId={caseId} answer={answer} next={next} />}>
        <FindingText caseId={caseId} answer={answer} />
        <FindingEvidence caseId={caseId} answer={answer} />
      </RecordColumns>
    </article>
  );
}
