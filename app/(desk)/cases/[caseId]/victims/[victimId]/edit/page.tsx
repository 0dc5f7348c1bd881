import { victimSections } from "#components/victims/victim-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readVictim } from "#lib/victims/queries/read-victim.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendVictimPage({
  params,
}: {
  params: Promise<{ caseId: string; victimId: string }>;
}) {
  const { caseId, victimId } = await params;
  const row = await asked(readVictim, { victimId });
  return (
    <AmendRecord
      caseId={caseId}
      room="victims"
      sections={victimSections}
      row={row}
      record={{ ...row, incidentId: asReference(row.incident), sourceId: asReference(row.source) }}
    />
  );
}
