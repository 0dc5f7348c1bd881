import { decideSections } from "#components/contradictions/sections.ts";
import { CommandButton } from "#components/form/command-button.tsx";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import type { ContradictionAnswer } from "#lib/contradictions/queries/read-contradiction.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./contradiction.module.css";

const AGAINST = { statement: "againstStatement", other: "againstOther", neither: "againstNeither" } as const;

/** What people said of it, and what may be said next. */
export async function Decided({ answer }: { answer: ContradictionAnswer }) {
  const [t, format] = await Promise.all([translator("contradictions"), formats()]);
  const { state, decidedAt, resolvedAt, against } = answer;
  const by = (name: string | null, at: number) => ({
    name: isolated(name ?? ""),
    day: format.instantDay(at),
  });
  return (
    <Section id="decision" title={t("decision.title")} lead={t("decision.lead")}>
      {decidedAt === null ? <p>{t("decision.pending")}</p> : null}
      {decidedAt === null ? null : (
        <p>
          {t(
            state === "dismissed" ? "decision.dismissed" : "decision.stands",
            by(answer.decidedBy, decidedAt),
          )}{" "}
          <q dir="auto">{answer.decisionReason}</q>
        </p>
      )}
      {answer.material === null ? null : (
        <p>{t(answer.material ? "decision.matters" : "decision.mattersNot")}</p>
      )}
      {against === null ? null : (
        <p>{t(`decision.${AGAINST[against]}`, { code: isolated(answer.link?.code ?? "") })}</p>
      )}
      {resolvedAt === null ? null : (
        <p>
          {t("decision.resolved", by(answer.resolvedBy, resolvedAt))}{" "}
          <q dir="auto">{answer.resolutionReason}</q>
        </p>
      )}
      <Acts answer={answer} />
    </Section>
  );
}

async function Acts({ answer }: { answer: ContradictionAnswer }) {
  const [t, problems] = await Promise.all([translator("contradictions"), translator("problems")]);
  const { may, state, id, version } = answer;
  const settle = state === "proposed" ? ("dismiss" as const) : ("resolve" as const);
  const { rule } = may[settle];
  const words = {
    dismiss: { label: t("dismiss.action"), text: t("dismiss.text") },
    resolve: { label: t("resolve.action"), text: t("resolve.text") },
  };
  const isOpen = state === "proposed" || state === "standing";
  const said = isOpen && rule !== null && rule !== "role.missing" ? rule : null;
  if (!may.decide.allowed && !may[settle].allowed && said === null) return null;
  return (
    <div className={classes.acts}>
      {may.decide.allowed ? (
        <FormInDialog
          label={t("decide.action")}
          weight="primary"
          form={{
            command: "contradiction.decide",
            namespace: "contradictions",
            under: "decide",
            sections: decideSections(
              answer.allegations.map((one) => ({ value: one.id, label: `${one.code} – ${one.wording}` })),
            ),
            fixed: {
              contradictionId: id,
              ...(answer.allegations.length === 0 ? { allegationId: null, facet: null } : {}),
            },
            record: { allegationId: answer.allegationId, facet: answer.facet },
            version,
            saveLabel: t("decide.save"),
          }}
        />
      ) : null}
      {may[settle].allowed ? (
        <Settle
          command={`contradiction.${settle}`}
          input={{ contradictionId: id, version }}
          {...words[settle]}
        />
      ) : null}
      {said === null ? null : <span className={classes.quiet}>{problems(`rule.${said}`)}</span>}
    </div>
  );
}

interface SettleProps {
  command: string;
  input: { contradictionId: string; version: number };
  label: string;
  text: string;
}

const Settle = ({ command, input, label, text }: SettleProps) => (
  <CommandButton
    label={label}
    command={command}
    input={input}
    reason={{ title: label, explanation: text, confirmLabel: label }}
  />
);
