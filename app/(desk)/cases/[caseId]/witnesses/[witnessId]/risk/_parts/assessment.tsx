import { Facts } from "#components/ui/facts.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { readRisk } from "#lib/risk/queries/read-risk.ts";
import { Prose } from "../../../../_parts/prose.tsx";

type Assessed = Awaited<ReturnType<typeof readRisk.run>>["assessments"][number];

/** One assessment: the level and what it follows from, from whom, and what is done. */
export async function Assessment({ assessment }: { assessment: Assessed }) {
  const [t, format] = await Promise.all([translator("risk"), formats()]);
  const { level, likelihood, impact, threats, triggers, mitigations, note, assessedAt, by } = assessment;
  const listed = (words: readonly string[]) => (words.length === 0 ? t("missing") : format.list(words));
  return (
    <Facts
      items={[
        {
          label: t("level", { level: format.number(level) }),
          value: `${t(`scale.likelihood.${likelihood}`)} × ${t(`scale.impact.${impact}`)}`,
          note: [format.instant(assessedAt), by === null ? null : t("by", { name: by })]
            .filter((one) => one !== null)
            .join(" · "),
          wide: true,
        },
        { label: t("fields.threats.label"), value: listed(threats.map((one) => t(`threat.${one}`))) },
        { label: t("fields.triggers.label"), value: listed(triggers.map((one) => t(`trigger.${one}`))) },
        {
          label: t("fields.mitigations.label"),
          value:
            mitigations.length === 0 ? (
              t("missing")
            ) : (
              <ul>
                {mitigations.map(({ text, done }) => (
                  <li key={text}>
                    <bdi>{text}</bdi>: {t(done ? "done" : "notDone")}
                  </li>
                ))}
              </ul>
            ),
          wide: true,
        },
        { label: t("fields.note.label"), value: note && <Prose text={note} />, missing: "none", wide: true },
      ]}
    />
  );
}
