import { ExculpatoryPill } from "#components/contradictions/pills.tsx";
import { exactSections } from "#components/contradictions/sections.ts";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import type { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import { translator } from "#lib/i18n/server.ts";
import { asReference } from "../as-reference.ts";
import classes from "../testimony/testimony.module.css";
import { saidWords } from "./said-words.ts";

type Row = Awaited<ReturnType<typeof listStatementsOf.run>>["rows"][number];

/** What a statement says exactly, in words; and a form to say it, for whoever cuts statements. */
export async function SaysExactly({ row, mayWrite }: { row: Row; mayWrite: boolean }) {
  const [t, words] = await Promise.all([translator("contradictions"), saidWords()]);
  const lines = words.lines(row.said);
  return (
    <>
      {row.exculpatory === "yes" ? (
        <p>
          <ExculpatoryPill />
        </p>
      ) : null}
      {lines.length === 0 ? null : <p className={classes.quiet}>{lines.join(" · ")}</p>}
      {mayWrite ? (
        <FormInDialog
          label={t("exact.actionOf", { code: row.code })}
          size="xs"
          weight="quiet"
          form={{
            command: "statement.amend",
            namespace: "contradictions",
            under: "exact",
            sections: exactSections,
            caseId: row.caseId,
            fixed: asItStands(row),
            record: {
              ...row,
              saidPlaceId: asReference(row.said.place ?? null),
              saidActorId: asReference(row.said.actor ?? null),
            },
            version: row.version,
            saveLabel: t("exact.save"),
          }}
        />
      ) : null}
    </>
  );
}

/** What an amendment leaves as it is. */
const asItStands = (row: Row) => ({
  statementId: row.id,
  claim: row.claim,
  testimonyNumber: row.testimonyNumber,
  paragraphs: row.paragraphs,
  basis: row.basis,
  plausibility: row.plausibility,
  identification: row.identification,
  countBasis: row.countBasis,
  mediaRank: row.mediaRank,
  mediaCondition: row.mediaCondition,
  showsActItself: row.showsActItself,
  tags: row.tags,
  note: row.note,
});
