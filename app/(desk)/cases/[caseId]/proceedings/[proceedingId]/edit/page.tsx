import { proceedingSections } from "#components/proceedings/proceeding-sections.ts";
import { asked } from "#lib/api/asked.ts";
import { readProceeding } from "#lib/proceedings/queries/read-proceeding.ts";
import { AmendRecord } from "../../../_parts/amend-record.tsx";
import { asReference } from "../../../_parts/as-reference.ts";

export default async function AmendProceedingPage({
  params,
}: {
  params: Promise<{ caseId: string; proceedingId: string }>;
}) {
  const { caseId, proceedingId } = await params;
  const row = await asked(readProceeding, { proceedingId });
  return (
    <AmendRecord
      caseId={caseId}
      room="proceedings"
      sections={await proceedingSections()}
      row={row}
      record={{ ...row, bodyActorId: asReference(row.body), parentId: asReference(row.parent) }}
    />
  );
}
