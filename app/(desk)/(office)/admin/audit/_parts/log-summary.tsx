import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { actWords, reasonWords } from "#lib/audit/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";

const REFUSALS_SHOWN = 6;

/** The log at a glance: how much was done and refused, where it ends, and what the newest check said. */
export async function LogSummary() {
  const [t, format, { head, week, lastVerification: last }] = await Promise.all([
    translator("audit"),
    formats(),
    asked(summariseLog, {}),
  ]);
  const total = (decision: string) =>
    week.reduce((sum, row) => (row.decision === decision ? sum + row.count : sum), 0);
  const refused = week.filter((row) => row.decision === "deny").slice(0, REFUSALS_SHOWN);
  const verdict =
    last === null
      ? t("summary.never")
      : t("summary.upTo", {
          when: format.instant(last.at),
          verdict: last.verdict === null ? "–" : reasonWords(t, last.verdict),
        });
  return (
    <Section id="summary" title={t("summary.title")}>
      <Facts
        items={[
          { label: t("summary.done"), value: format.number(total("allow")) },
          { label: t("summary.refused"), value: format.number(total("deny")) },
          { label: t("summary.size"), value: format.number(head?.seq ?? 0) },
          { label: t("summary.lastCheck"), value: verdict },
          {
            label: t("summary.refusals"),
            value:
              refused.length === 0
                ? t("summary.noRefusal")
                : format.list(refused.map((row) => `${actWords(t, row.act)} (${format.number(row.count)})`)),
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
