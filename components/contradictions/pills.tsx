import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { ContradictionState } from "#lib/contradictions/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

const TONES: Record<ContradictionState, PillTone> = {
  proposed: "progress",
  standing: "bad",
  dismissed: "quiet",
  resolved: "neutral",
};

/** What became of a contradiction. */
export async function ContradictionPill({
  value,
  focusable = false,
}: {
  value: ContradictionState;
  focusable?: boolean;
}) {
  const t = await translator("contradictions");
  return (
    <StatusPill
      label={t(`state.${value}.label`)}
      meaning={t(`state.${value}.meaning`)}
      tone={TONES[value]}
      focusable={focusable}
    />
  );
}

/** A claim that may show innocence or mitigate guilt. */
export async function ExculpatoryPill() {
  const t = await translator("contradictions");
  return <StatusPill label={t("exact.exculpatory")} tone="caution" />;
}
