import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { VisuallyHidden } from "@mantine/core";
import classes from "#components/guide/guide.module.css";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { readGuide } from "#lib/guide/queries/read-guide.ts";
import type { GuideStep } from "#lib/guide/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

export type Guide = Awaited<ReturnType<typeof readGuide.run>>;

/** Where a step is done. @param home the training case */
const placeOf = (step: GuideStep, home: string): string => {
  switch (step) {
    case "log":
      return `${home}/testimonies/new`;
    case "link_incident":
    case "link_suspect":
      return `${home}/testimonies?mine=mine`;
    case "submit":
      return `${home}/testimonies?stage=draft&mine=mine`;
    case "decide":
    case "take":
    case "judge":
      return `${home}/review`;
    case "export":
      return `${home}/exports/new`;
    case "download":
      return `${home}/exports`;
    case "verify":
      return "/admin/audit";
  }
};

export const stepsIn = (guide: Guide) => guide.parts.flatMap(({ steps }) => steps);

/** Every step with its tick, and the way to the first that is not done. */
export async function GuideSteps({ guide }: { guide: Guide }) {
  const t = await translator("guide");
  const home = `/cases/${guide.trainingCase?.id ?? ""}`;
  const steps = stepsIn(guide);
  const next = steps.find(({ done }) => !done)?.step;
  return (
    <ol className={classes.steps}>
      {steps.map(({ step, done }) => (
        <li key={step} className={classes.step} data-done={done || undefined}>
          {done ? (
            <IconCircleCheckFilled size={20} aria-hidden />
          ) : (
            <IconCircle size={20} stroke={1.6} aria-hidden />
          )}
          <p className={classes.title}>
            {t(`step.${step}.title`)} <VisuallyHidden>({t(done ? "done" : "todo")})</VisuallyHidden>
          </p>
          {step === next ? (
            <LinkButton
              href={placeOf(step, home)}
              size="compact-sm"
              aria-label={`${t("go")}: ${t(`step.${step}.title`)}`}
            >
              {t("go")}
            </LinkButton>
          ) : null}
          {done ? null : <p className={classes.text}>{t(`step.${step}.text`)}</p>}
        </li>
      ))}
    </ol>
  );
}
