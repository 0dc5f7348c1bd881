import Link from "next/link";
import { figureNumbers } from "#components/figures/figure-words.ts";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listFigures } from "#lib/figures/queries/list-figures.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { describer } from "../../../_parts/describe.ts";
import { RecordList } from "../../../_parts/record-list.tsx";

const SHOWN = 8;

/** The figures that a source gave, each on its own. */
export async function FiguresGiven({ caseId, sourceId }: { caseId: string; sourceId: string }) {
  const found = await asked(listFigures, { caseId, sourceId, page: { size: SHOWN } });
  const [t, say, describe, counted] = await Promise.all([
    translator("figures"),
    figureNumbers(),
    describer(),
    counts(),
  ]);
  if (found.total === 0) return null;
  return (
    <Section id="figures" title={t("title")} lead={t("neverSummed")}>
      <RecordList
        none={t("empty.title")}
        items={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/figures/${row.id}`,
          code: row.code,
          label: say(row),
          detail: (
            <>
              <span dir="auto">{row.wording}</span>
              {row.asOfEdtf === null ? null : ` · ${describe(row.asOfEdtf)}`}
            </>
          ),
        }))}
        more={
          found.total > SHOWN ? (
            <Link href={`/cases/${caseId}/figures?source=${sourceId}`}>
              {t("all", { count: found.total, total: counted(found.total) })}
            </Link>
          ) : null
        }
      />
    </Section>
  );
}
