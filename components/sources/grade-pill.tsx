import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { Reliability } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

const TONES: Record<Reliability, PillTone> = {
  A: "good",
  B: "good",
  C: "info",
  D: "caution",
  E: "bad",
  F: "neutral",
};

interface Props {
  /** Null: nobody has graded it. */
  grade: Reliability | null;
  focusable?: boolean;
}

/** How far a source or a witness can be relied on, from A to F. */
export async function GradePill({ grade, focusable = false }: Props) {
  const [t, codebook] = await Promise.all([translator("sources"), translator("codebook")]);
  if (grade === null)
    return (
      <StatusPill label={t("notGraded")} meaning={t("notGradedMeaning")} tone="quiet" focusable={focusable} />
    );
  return (
    <StatusPill
      label={`${grade} · ${codebook(`reliability.${grade}.label`)}`}
      meaning={codebook(`reliability.${grade}.definition`)}
      tone={TONES[grade]}
      focusable={focusable}
    />
  );
}
