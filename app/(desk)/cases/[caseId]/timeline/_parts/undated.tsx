import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import { RecordList } from "../../_parts/record-list.tsx";
import classes from "./undated.module.css";
import type { LaneFound, TimelineWords } from "./timeline-words.ts";

interface Props {
  lanes: readonly LaneFound[];
  words: TimelineWords;
}

/** What no axis can show: records of which no date is known, counted and listed. */
export async function Undated({ lanes, words }: Props) {
  const t = await translator("analysis");
  const without = lanes.filter(({ undated }) => undated.count > 0);
  if (without.length === 0) return null;
  return (
    <Section id="undated" title={t("timeline.undated.title")} lead={t("timeline.undated.lead")}>
      {without.map(({ lane, undated }) => (
        <details key={lane} className={classes.lane}>
          <summary>
            {t("timeline.undated.count", {
              lane: words.laneName(lane),
              count: undated.count,
              number: words.number(undated),
            })}
          </summary>
          <RecordList
            none=""
            items={undated.items.map((item) => ({
              id: item.id,
              href: words.href(lane, item.id),
              code: item.code,
              label: words.title(item),
            }))}
            more={
              undated.count > undated.items.length ? (
                <Link href={words.listOf(lane)} prefetch={false}>
                  {t("timeline.undated.all")}
                </Link>
              ) : null
            }
          />
        </details>
      ))}
    </Section>
  );
}
