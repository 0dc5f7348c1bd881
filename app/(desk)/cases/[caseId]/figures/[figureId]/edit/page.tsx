import { figureSections } from "#components/figures/figure-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readFigure } from "#lib/figures/queries/read-figure.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendFigurePage({
  params,
}: {
  params: Promise<{ caseId: string; figureId: string }>;
}) {
  const { caseId, figureId } = await params;
  const row = await asked(readFigure, { figureId });
  return (
    <AmendRecord
      caseId={caseId}
      room="figures"
      sections={figureSections(row.category)}
      row={row}
      record={{
        ...row,
        incidentId: asReference(row.incident),
        placeId: asReference(row.place),
        sourceId: asReference(row.source),
        reportedViaId: asReference(row.reportedVia),
      }}
    />
  );
}
