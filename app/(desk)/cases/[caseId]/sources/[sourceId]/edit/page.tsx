import { sourceSections } from "#components/sources/source-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { asReference } from "../../../_parts/as-reference.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";

export default async function AmendSourcePage({
  params,
}: {
  params: Promise<{ caseId: string; sourceId: string }>;
}) {
  const { caseId, sourceId } = await params;
  const row = await asked(readSource, { sourceId });
  return (
    <AmendRecord
      caseId={caseId}
      room="sources"
      sections={sourceSections}
      row={row}
      record={{ ...row, partyId: asReference(row.party), organisationId: asReference(row.organisation) }}
    />
  );
}
