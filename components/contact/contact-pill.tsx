import type { PillTone } from "#components/ui/pill-tones.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { ContactMode } from "#lib/contact/words.ts";
import { translator } from "#lib/i18n/server.ts";

const TONES: Record<ContactMode, PillTone> = {
  open: "quiet",
  only_window: "caution",
  only_through: "caution",
  never: "bad",
};

/** Whether and how a person wants to be contacted again; nothing where they said nothing that limits it. */
export async function ContactPill({ mode, focusable = false }: { mode: ContactMode; focusable?: boolean }) {
  if (mode === "open") return null;
  const t = await translator("contact");
  return (
    <StatusPill
      label={t(`fields.mode.options.${mode}.label`)}
      meaning={t(`fields.mode.options.${mode}.definition`)}
      tone={TONES[mode]}
      focusable={focusable}
    />
  );
}
