import { notFound } from "next/navigation";
import { ConsentPill, StagePill } from "#components/testimonies/pills.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { TestimonyConsent } from "../../_parts/testimony/testimony-consent.tsx";
import { TestimonyFacts } from "../../_parts/testimony/testimony-facts.tsx";
import { TestimonyStatements } from "../../_parts/testimony/testimony-statements.tsx";
import { TestimonyText } from "../../_parts/testimony/testimony-text.tsx";
import { TestimonyVersions } from "../../_parts/testimony/testimony-versions.tsx";
import type { OnDesk } from "../../_parts/finding/desk-act.tsx";
import { DecideOnTestimony } from "./decide-on-testimony.tsx";
import { ReviewHead } from "./review-head.tsx";

interface Props {
  caseId: string;
  testimonyId: string;
  desk: OnDesk;
}

/** A testimony under review: its text in the middle, the decision and what bears on it beside. */
export async function ReviewTestimony({ caseId, testimonyId, desk }: Props) {
  const [t, codebook, answer] = await Promise.all([
    translator("review"),
    translator("codebook"),
    asked(readTestimony, { testimonyId }),
  ]);
  const { testimony, version, may } = answer;
  // A decision is kept under the case of its record, and this screen shows those of its own.
  if (testimony.caseId !== caseId) notFound();
  return (
    <article key={testimonyId} aria-label={testimony.code}>
      <ReviewHead
        kind={codebook(`testimonyKind.${testimony.kind}.label`)}
        title={answer.stated.title}
        code={testimony.code}
        recordId={testimonyId}
        href={`/cases/${caseId}/testimonies/${testimonyId}`}
        pills={
          <>
            <StagePill value={testimony.stage} focusable />
            <ConsentPill value={testimony.consentExport} focusable />
          </>
        }
      />
      <RecordColumns
        side={
          <>
            <Section id="decision" title={t("decision")}>
              <DecideOnTestimony testimony={testimony} may={may} desk={desk} />
            </Section>
            <TestimonyFacts answer={answer} caseId={caseId} />
            <TestimonyConsent testimony={testimony} may={false} />
            <TestimonyVersions answer={answer} caseId={caseId} />
          </>
        }
      >
        <TestimonyText caseId={caseId} answer={answer} />
        <TestimonyStatements
          caseId={caseId}
          testimonyId={testimonyId}
          number={version.number}
          paragraphs={version.paragraphs}
        />
        <RecordLinks caseId={caseId} recordId={testimonyId} />
      </RecordColumns>
    </article>
  );
}
