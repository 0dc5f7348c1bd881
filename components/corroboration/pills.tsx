import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { AppealState, FindingStatus, Stance } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

const STATUS_TONES: Record<FindingStatus, PillTone> = {
  draft: "quiet",
  submitted: "progress",
  in_review: "progress",
  returned: "caution",
  first_approved: "progress",
  approved: "good",
  contested: "bad",
  refuted: "bad",
  withdrawn: "neutral",
  superseded: "neutral",
};
const APPEAL_TONES: Record<AppealState, PillTone> = {
  lodged: "caution",
  in_panel: "progress",
  upheld: "good",
  varied: "accent",
  remanded: "bad",
};
const STANCE_TONES: Record<Stance, PillTone> = {
  support: "good",
  contradict: "bad",
  qualify: "caution",
  context: "neutral",
};

/** Where a version of a finding stands. */
export async function FindingPill({
  value,
  focusable = false,
}: {
  value: FindingStatus;
  focusable?: boolean;
}) {
  const t = await translator("corroboration");
  return (
    <StatusPill
      label={t(`status.${value}.label`)}
      meaning={t(`status.${value}.meaning`)}
      tone={STATUS_TONES[value]}
      focusable={focusable}
    />
  );
}

/** Says of a finding that its level stands above what the evidence allowed, as a panel set it. */
export async function OverridePill({ focusable = false }: { focusable?: boolean }) {
  const t = await translator("corroboration");
  return (
    <StatusPill
      label={t("finding.override.label")}
      meaning={t("finding.override.meaning")}
      tone="caution"
      focusable={focusable}
    />
  );
}

/** Where an appeal stands. */
export async function AppealPill({ value, focusable = false }: { value: AppealState; focusable?: boolean }) {
  const t = await translator("corroboration");
  return (
    <StatusPill
      label={t(`appeal.state.${value}`)}
      meaning={t(`appeal.stateMeaning.${value}`)}
      tone={APPEAL_TONES[value]}
      focusable={focusable}
    />
  );
}

/** In which sense a statement bears on a facet. */
export async function StancePill({ value }: { value: Stance }) {
  const codebook = await translator("codebook");
  return (
    <StatusPill
      label={codebook(`stance.${value}.label`)}
      meaning={codebook(`stance.${value}.definition`)}
      tone={STANCE_TONES[value]}
    />
  );
}
