import classes from "#components/corroboration/corroboration.module.css";
import { conflictSections, varySections, voteSections } from "#components/corroboration/sections.ts";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { Section } from "#components/ui/section.tsx";
import type { AppealAnswer } from "#lib/corroboration/queries/read-appeal.ts";
import { translator } from "#lib/i18n/server.ts";

/** Rules that only say that an act is not theirs to think of. */
const SILENT = ["role.missing", "appeal.decided", "appeal.not_on_panel", "appeal.panel_full"];

/** What a senior reviewer can do with an appeal now, and in words which rule stands against the rest. */
export async function AppealActions({ answer: { appeal, may } }: { answer: AppealAnswer }) {
  const [t, problems] = await Promise.all([translator("corroboration"), translator("problems")]);
  const isOnPanel = may.vote.allowed || may.vote.rule !== "appeal.not_on_panel";
  const rules = [isOnPanel ? may.vote.rule : may.takeSeat.rule].flatMap((rule) =>
    rule === null || SILENT.includes(rule) ? [] : [rule],
  );
  if (!may.takeSeat.allowed && !may.vote.allowed && rules.length === 0) return null;
  const common = { namespace: "corroboration", version: appeal.version } as const;
  const fixed = { appealId: appeal.id };
  return (
    <Section id="decision" title={t("finding.decision")}>
      <div className={classes.decide}>
        {may.takeSeat.allowed ? (
          <FormInDialog
            label={t("appeal.takeSeat.action")}
            weight="primary"
            form={{
              ...common,
              command: "appeal.takeSeat",
              under: "appeal.takeSeat",
              sections: conflictSections,
              fixed,
              saveLabel: t("appeal.takeSeat.action"),
            }}
          />
        ) : null}
        {may.vote.allowed
          ? VOTES.map(({ act, outcome }) => (
              <FormInDialog
                key={act}
                label={t(`appeal.${act}.action`)}
                form={{
                  ...common,
                  command: "appeal.decide",
                  under: `appeal.${act}`,
                  sections: act === "vary" ? varySections(t) : voteSections,
                  fixed: { ...fixed, outcome },
                  saveLabel: t(`appeal.${act}.action`),
                }}
              />
            ))
          : null}
        {rules.map((rule) => (
          <p key={rule} role="note" className={classes.plain}>
            {problems(`rule.${rule}`)}
          </p>
        ))}
      </div>
    </Section>
  );
}

const VOTES = [
  { act: "uphold", outcome: "upheld" },
  { act: "vary", outcome: "varied" },
  { act: "remand", outcome: "remanded" },
] as const;
