import { recordSections } from "#components/contradictions/sections.ts";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";
import { ContradictionsOfRecord } from "../../../_parts/contradictions/of-record.tsx";

const CLAIM_SHOWN = 80;

/** The contradictions on an allegation, and a way to record one between two of its statements. */
export async function AllegationContradictions({
  caseId,
  answer: { allegation, statements, may },
}: {
  caseId: string;
  answer: AllegationAnswer;
}) {
  const t = await translator("contradictions");
  if (statements.length < 2) return null;
  const options = statements.map(({ id, code, claim }) => ({
    value: id,
    label: `${code} – ${claim.slice(0, CLAIM_SHOWN)}`,
  }));
  return (
    <ContradictionsOfRecord
      caseId={caseId}
      recordId={allegation.id}
      actions={
        may.link || may.weigh ? (
          <FormInDialog
            label={t("record.action")}
            size="xs"
            form={{
              command: "contradiction.record",
              namespace: "contradictions",
              under: "record",
              sections: recordSections(options),
              fixed: { caseId, allegationId: allegation.id },
              saveLabel: t("record.save"),
            }}
          />
        ) : undefined
      }
    />
  );
}
