import { mediaSections } from "#components/media/media-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readMedia } from "#lib/media/queries/read-media.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendMediaPage({
  params,
}: {
  params: Promise<{ caseId: string; mediaId: string }>;
}) {
  const { caseId, mediaId } = await params;
  const row = await asked(readMedia, { mediaId });
  return (
    <AmendRecord
      caseId={caseId}
      room="media"
      sections={mediaSections}
      row={row}
      record={{
        ...row,
        circulatedBy: row.carriers.map(asReference),
        verifications: row.verifications.map((said) => ({ ...said, sourceId: asReference(said.source) })),
      }}
    />
  );
}
