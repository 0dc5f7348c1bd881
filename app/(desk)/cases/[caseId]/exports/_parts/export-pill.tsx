import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { translator } from "#lib/i18n/server.ts";

const TONES: Record<string, PillTone> = {
  queued: "progress",
  building: "progress",
  ready: "good",
  failed: "bad",
  expired: "quiet",
};

/** Where an export stands. */
export async function ExportPill({ value, focusable = false }: { value: string; focusable?: boolean }) {
  const t = await translator("exports");
  return (
    <StatusPill
      label={t(`status.${value}.label`)}
      meaning={t(`status.${value}.meaning`)}
      tone={TONES[value] ?? "neutral"}
      focusable={focusable}
    />
  );
}

/** What an export holds: records, or the key to their codes. */
export async function ContentsPill({
  value,
  focusable = false,
}: {
  value: "records" | "pseudonyms";
  focusable?: boolean;
}) {
  const t = await translator("exports");
  return (
    <StatusPill
      label={t(`contents.${value}.label`)}
      meaning={t(`contents.${value}.meaning`)}
      tone={value === "records" ? "neutral" : "sealed"}
      focusable={focusable}
    />
  );
}
