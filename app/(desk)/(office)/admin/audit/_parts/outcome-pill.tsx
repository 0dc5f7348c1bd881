import { StatusPill } from "#components/ui/status-pill.tsx";
import { decisionWords } from "#lib/audit/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

/** Whether the act was done or refused. */
export async function OutcomePill({ value, focusable = false }: { value: string; focusable?: boolean }) {
  const t = await translator("audit");
  return (
    <StatusPill
      label={decisionWords(t, value)}
      tone={value === "allow" ? "good" : "bad"}
      focusable={focusable}
    />
  );
}
