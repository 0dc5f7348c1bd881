import { actorSections } from "#components/actors/actor-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readActor } from "#lib/actors/queries/read-actor.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendActorPage({
  params,
}: {
  params: Promise<{ caseId: string; actorId: string }>;
}) {
  const { caseId, actorId } = await params;
  const row = await asked(readActor, { actorId });
  return (
    <AmendRecord
      caseId={caseId}
      room="actors"
      sections={actorSections}
      row={row}
      record={{ ...row, parentId: asReference(row.parent) }}
    />
  );
}
