import { StatusPill } from "#components/ui/status-pill.tsx";
import type { PillTone } from "#components/ui/pill-tones.ts";
import { translator } from "#lib/i18n/server.ts";

const STAGE_TONES: Record<string, PillTone> = {
  draft: "quiet",
  submitted: "progress",
  accepted: "good",
  returned: "caution",
};
const CORROBORATION_TONES: Record<string, PillTone> = {
  not_assessed: "quiet",
  uncorroborated: "neutral",
  partly_corroborated: "info",
  corroborated: "good",
  contested: "bad",
};
const CONSENT_TONES: Record<string, PillTone> = {
  yes: "good",
  no: "bad",
  not_asked: "caution",
  not_needed: "neutral",
};

interface Props {
  value: string;
  focusable?: boolean;
}

/** Where the newest version stands. */
export async function StagePill({ value, focusable = false }: Props) {
  const t = await translator("testimonies");
  return (
    <StatusPill
      label={t(`stage.${value}.label`)}
      meaning={t(`stage.${value}.meaning`)}
      tone={STAGE_TONES[value] ?? "neutral"}
      focusable={focusable}
    />
  );
}

/** What the findings make of the testimony. */
export async function CorroborationPill({ value, focusable = false }: Props) {
  const t = await translator("testimonies");
  return (
    <StatusPill
      label={t(`corroboration.${value}.label`)}
      meaning={t(`corroboration.${value}.meaning`)}
      tone={CORROBORATION_TONES[value] ?? "neutral"}
      focusable={focusable}
    />
  );
}

/** An answer to a question of consent; anything but yes is no. */
export async function ConsentPill({ value, focusable = false }: Props) {
  const t = await translator("testimonies");
  return (
    <StatusPill
      label={t(`consent.${value}.label`)}
      meaning={t(`consent.${value}.meaning`)}
      tone={CONSENT_TONES[value] ?? "neutral"}
      focusable={focusable}
    />
  );
}

/** The same answer under a heading that already says what was asked. */
export async function AnswerPill({ value }: Props) {
  const t = await translator("testimonies");
  return <StatusPill label={t(`answer.${value}`)} tone={CONSENT_TONES[value] ?? "neutral"} />;
}
