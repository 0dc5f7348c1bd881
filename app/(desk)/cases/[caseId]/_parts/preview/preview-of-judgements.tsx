import { FacetPills } from "#components/corroboration/facet-pills.tsx";
import { FindingPill, OverridePill } from "#components/corroboration/pills.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { translator } from "#lib/i18n/server.ts";
import { AllegationFacts } from "../../allegations/[allegationId]/_parts/allegation-facts.tsx";
import { FindingText } from "../finding/finding-text.tsx";
import { PreviewView, type Previewer } from "./preview-view.tsx";

/** An alleged act with where each of its facets stands. */
export const previewAllegation: Previewer = async (allegationId) => {
  const answer = await maybeAsked(readAllegation, { allegationId });
  if (answer === null) return null;
  const [t, codebook, common] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    translator("common"),
  ]);
  const { allegation } = answer;
  const weighed = answer.facets.flatMap(({ facet, links, findings: [newest] }) => {
    if (newest === undefined && links.length === 0) return [];
    const { status = null, determination = null, isOverride = false } = newest ?? {};
    return [{ facet, status, determination, isOverride }];
  });
  return {
    href: `/cases/${allegation.caseId}/allegations/${allegationId}`,
    retracted: allegation.retractedAt !== null,
    view: (
      <PreviewView
        kind={`${t("allegation.one")} · ${codebook(`violation.${allegation.violation}.label`)}`}
        title={allegation.wording}
        code={allegation.code}
        pills={
          <>
            <StatusPill label={common("alleged")} tone="neutral" />
            <FacetPills facets={weighed} />
          </>
        }
      >
        <AllegationFacts caseId={allegation.caseId} answer={answer} />
      </PreviewView>
    ),
  };
};

/** A version of a finding with its reasoning. */
export const previewFinding: Previewer = async (findingId) => {
  const answer = await maybeAsked(readFinding, { findingId });
  if (answer === null) return null;
  const [t, codebook] = await Promise.all([translator("corroboration"), translator("codebook")]);
  const { finding, allegation } = answer;
  return {
    href: `/cases/${finding.caseId}/findings/${findingId}`,
    retracted: false,
    view: (
      <PreviewView
        kind={`${t("finding.one")} · ${t("finding.versionNumber", { number: finding.number })}`}
        title={t("finding.pageTitle", {
          facet: codebook(`facet.${finding.facet}.label`),
          wording: allegation.wording,
        })}
        code={finding.code}
        pills={
          <>
            <FindingPill value={finding.status} />
            {finding.isOverride ? <OverridePill /> : null}
          </>
        }
      >
        <FindingText caseId={finding.caseId} answer={answer} />
      </PreviewView>
    ),
  };
};
