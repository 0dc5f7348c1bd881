import { figureNumbers } from "#components/figures/figure-words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Figure } from "#lib/figures/queries/read-figure.ts";
import { COMPARED_MAX } from "#lib/figures/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { RecordList } from "../../../_parts/record-list.tsx";
import { scopeWords } from "../../_parts/scope-words.ts";

/**
 * The other figures of the same incident, and with each whether it counts the same thing; if not, what each of the two says. Which is
 * right is not said.
 */
export async function FiguresBeside({ caseId, figure }: { caseId: string; figure: Figure }) {
  const [t, format, named, describe, say, covers] = await Promise.all([
    translator("figures"),
    formats(),
    localNames(),
    describer(),
    figureNumbers(),
    scopeWords(),
  ]);
  const { beside } = figure;
  const compared = [figure.id, ...beside.slice(0, COMPARED_MAX - 1).map(({ id }) => id)];
  const address = new URLSearchParams(compared.map((id) => ["figure", id])).toString();
  return (
    <Section
      id="beside"
      title={t("beside.title")}
      lead={t("beside.lead")}
      actions={
        <LinkButton href={`/cases/${caseId}/figures/compare?${address}`} variant="default" size="xs">
          {t("compare.action")}
        </LinkButton>
      }
    >
      <RecordList
        none={figure.incidentId === null ? t("beside.noIncident") : t("beside.none")}
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
                    what: format.list(
                      comparison.because.map((key) =>
                        t("compare.each", {
                          key: t(`compare.because.${key}`),
                          here: covers(figure, key),
                          there: covers(other, key),
                        }),
                      ),
                    ),
                  })}
            </>
          ),
        }))}
      />
    </Section>
  );
}
