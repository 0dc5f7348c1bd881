import { notFound } from "next/navigation";
import { FindingPill, OverridePill } from "#components/corroboration/pills.tsx";
import { asked } from "#lib/api/asked.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";
import { DecisionPanel } from "../../_parts/finding/decision-panel.tsx";
import type { OnDesk } from "../../_parts/finding/desk-act.tsx";
import { FindingEvidence } from "../../_parts/finding/finding-evidence.tsx";
import { FindingNotes } from "../../_parts/finding/finding-notes.tsx";
import { FindingText } from "../../_parts/finding/finding-text.tsx";
import { FindingVersions } from "../../_parts/finding/finding-versions.tsx";
import { OriginLedger } from "./origin-ledger.tsx";
import { ReviewHead } from "./review-head.tsx";
import classes from "./review.module.css";

interface Props {
  caseId: string;
  findingId: string;
  desk: OnDesk;
}

/** A finding under review: the act and the reasoning, the evidence, and what is counted and decided, side by side. */
export async function ReviewFinding({ caseId, findingId, desk }: Props) {
  const [t, codebook, answer] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    asked(readFinding, { findingId }),
  ]);
  const { finding, allegation } = answer;
  // A decision is kept under the case of its record, and this screen shows those of its own.
  if (finding.caseId !== caseId) notFound();
  const facet = codebook(`facet.${finding.facet}.label`);
  return (
    <article key={findingId} aria-label={finding.code}>
      <ReviewHead
        kind={`${t("finding.one")} · ${t("finding.versionNumber", { number: finding.number })}`}
        title={t("finding.pageTitle", { facet, wording: allegation.wording })}
        code={finding.code}
        recordId={findingId}
        href={`/cases/${caseId}/findings/${findingId}`}
        pills={
          <>
            <FindingPill value={finding.status} focusable />
            {finding.isOverride ? <OverridePill focusable /> : null}
          </>
        }
      />
      <FindingNotes answer={answer} />
      <div className={classes.frame}>
        <div className={classes.desk}>
          <div className={classes.column}>
            <FindingText caseId={caseId} answer={answer} />
          </div>
          <div className={classes.column}>
            <FindingEvidence caseId={caseId} answer={answer} />
          </div>
          <div className={classes.column}>
            <DecisionPanel caseId={caseId} answer={answer} desk={desk} />
            <OriginLedger answer={answer} />
            <FindingVersions caseId={caseId} answer={answer} />
          </div>
        </div>
      </div>
    </article>
  );
}
