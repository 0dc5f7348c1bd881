import { figureNumbers } from "#components/figures/figure-words.ts";
import { Section } from "#components/ui/section.tsx";
import type { Figure } from "#lib/figures/queries/read-figure.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { RecordList } from "../../../_parts/record-list.tsx";

/** The other figures of the same incident, and with each whether it counts the same thing. Which is right is not said. */
export async function FiguresBeside({ caseId, beside }: { caseId: string; beside: Figure["beside"] }) {
  const [t, format, named, describe, say] = await Promise.all([
    translator("figures"),
    formats(),
    localNames(),
    describer(),
    figureNumbers(),
  ]);
  return (
    <Section id="beside" title={t("beside.title")} lead={t("beside.lead")}>
      <RecordList
        none={t("beside.none")}
        items={beside.map(({ comparison, source, ...other }) => ({
          id: other.id,
          href: `/cases/${caseId}/figures/${other.id}`,
          code: other.code,
          label: say(other),
          detail: (
            <>
              <bdi>{named(source.name, source.nameAr)}</bdi>
              {other.asOfEdtf === null ? null : ` · ${describe(other.asOfEdtf)}`}
              <br />
              <span dir="auto">{other.wording}</span>
              <br />
              {comparison.comparable
                ? t("compare.same")
                : t("compare.differ", {
                    what: format.list(comparison.because.map((key) => t(`compare.because.${key}`))),
                  })}
            </>
          ),
        }))}
      />
    </Section>
  );
}
