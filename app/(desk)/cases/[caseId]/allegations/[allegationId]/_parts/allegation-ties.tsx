import classes from "#components/corroboration/corroboration.module.css";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { tieSections } from "#components/corroboration/sections.ts";
import { TieActs } from "#components/corroboration/tie-acts.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { translator } from "#lib/i18n/server.ts";

const CLAIM_SHOWN = 80;

/** What ties the allegation's statements, as people recorded it; reviewers weigh a tie anew or take it back. */
export async function AllegationTies({ caseId, answer }: { caseId: string; answer: AllegationAnswer }) {
  const { statements, dependencies, may } = answer;
  const t = await translator("corroboration");
  if (statements.length < 2) return null;
  const options = statements.map(({ id, code, claim }) => ({
    value: id,
    label: `${code} – ${claim.slice(0, CLAIM_SHOWN)}`,
  }));
  return (
    <Section
      id="ties"
      title={t("dependency.title")}
      lead={t("dependency.lead")}
      actions={
        may.link ? (
          <FormInDialog
            label={t("dependency.action")}
            size="xs"
            form={{
              command: "dependency.record",
              namespace: "corroboration",
              under: "dependency",
              sections: tieSections(t, options),
              fixed: { caseId },
              saveLabel: t("dependency.save"),
            }}
          />
        ) : undefined
      }
    >
      {dependencies.length === 0 ? <p className={classes.quiet}>{t("dependency.none")}</p> : null}
      <ul className={classes.links}>
        {dependencies.map((tie) => (
          <Tie key={tie.id} tie={tie} may={may.weigh} />
        ))}
      </ul>
    </Section>
  );
}

async function Tie({ tie, may }: { tie: AllegationAnswer["dependencies"][number]; may: boolean }) {
  const t = await translator("corroboration");
  return (
    <li className={classes.link}>
      <p>
        <strong>{t(`tie.${tie.kind}.label`)}</strong>{" "}
        <span className={classes.quiet}>
          {t(`tieFamily.${tie.family}`)}
          {tie.weightTenths === null ? null : ` · ${t("dependency.weight", { tenths: tie.weightTenths })}`}
        </span>
      </p>
      {[tie.one, tie.other].map((end) => (
        <p key={end.id}>
          <Code code={end.code} /> <bdi>{end.claim}</bdi>
        </p>
      ))}
      {tie.note === null ? null : (
        <p className={classes.quiet} dir="auto">
          {tie.note}
        </p>
      )}
      {tie.weightReason === null ? null : (
        <p className={classes.quiet}>
          {t("dependency.reweighed")} <q dir="auto">{tie.weightReason}</q>
        </p>
      )}
      {may ? <TieActs tie={tie} of="dependency" id={{ dependencyId: tie.id }} /> : null}
    </li>
  );
}
