import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readFigure } from "#lib/figures/queries/read-figure.ts";
import { translator } from "#lib/i18n/server.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { FigureFacts } from "./_parts/figure-facts.tsx";
import { FiguresBeside } from "./_parts/figures-beside.tsx";

export default async function FigurePage({
  params,
}: {
  params: Promise<{ caseId: string; figureId: string }>;
}) {
  const { caseId, figureId } = await params;
  const [t, codebook, say, category, figure] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    figureNumbers(),
    figureCategories(),
    asked(readFigure, { figureId }),
  ]);
  const title = `${say(figure)} · ${category(figure.category)} · ${codebook(`figureOutcome.${figure.outcome}.label`)}`;
  return (
    <>
      <RecordHead caseId={caseId} room="figures" title={title} row={figure} />
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={figureId} />
            <RecordHistory recordId={figureId} />
          </>
        }
      >
        <Section id="wording" title={t("fields.wording.label")}>
          <Prose text={figure.wording} />
        </Section>
        <FigureFacts caseId={caseId} figure={figure} />
        <FiguresBeside caseId={caseId} figure={figure} />
        <RecordLinks caseId={caseId} recordId={figureId} />
        <RecordCiting caseId={caseId} recordId={figureId} />
      </RecordColumns>
    </>
  );
}
