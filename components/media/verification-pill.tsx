import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { translator } from "#lib/i18n/server.ts";

// Never the tone of something accepted: an outlet says so, and nobody here has judged it.
const TONES: Record<string, PillTone> = {
  verified: "info",
  authenticated: "info",
  geolocated: "info",
  unable_to_verify: "neutral",
  disputed: "caution",
  inauthentic: "caution",
  not_stated: "quiet",
};

/** What an outlet says it found about a media item. */
export async function VerificationPill({ state, focusable = false }: { state: string; focusable?: boolean }) {
  const codebook = await translator("codebook");
  return (
    <StatusPill
      label={codebook(`reportedVerification.${state}.label`)}
      meaning={codebook(`reportedVerification.${state}.definition`)}
      tone={TONES[state] ?? "neutral"}
      focusable={focusable}
    />
  );
}
