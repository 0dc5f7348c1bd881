import { IconTimelineEvent } from "@tabler/icons-react";
import { PictureFilters } from "#components/picture/picture-filters.tsx";
import { ViewToggle } from "#components/picture/view-toggle.tsx";
import { parseTableUrl, type UrlParams } from "#components/table/url-state.ts";
import { TimelinePicture } from "#components/timeline/timeline-picture.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readTimeline } from "#lib/analysis/queries/read-timeline.ts";
import { TIMELINE_LANES, type TimelineLane } from "#lib/analysis/vocabulary.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { asSearchParams, markedIn, viewIn } from "../_parts/address.ts";
import { enumFilter } from "../_parts/enum-filter.ts";
import { MarkedNote } from "../_parts/marked-note.tsx";
import { timelineHref, timelineUrl } from "./_parts/timeline-url.ts";
import { TimelineTable } from "./_parts/timeline-table.tsx";
import { timelineWords } from "./_parts/timeline-words.ts";
import { Undated } from "./_parts/undated.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const sought = asSearchParams(await searchParams);
  const { chosen, days } = parseTableUrl(sought, timelineUrl);
  const { from = null, to = null } = days["shown"] ?? {};
  const lanes = TIMELINE_LANES.filter((lane) => chosen["type"]?.includes(lane));
  const recordId = markedIn(sought);
  const [t, words, found] = await Promise.all([
    translator("analysis"),
    timelineWords(caseId, recordId),
    asked(readTimeline, {
      caseId,
      lanes,
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      ...(recordId === undefined ? {} : { recordId }),
    }),
  ]);
  const view = viewIn(sought);
  const hrefOf = (window: { from: string; to: string } | null) => timelineHref(caseId, sought, window);
  const [marked] = found.marked;
  const isSifted = marked !== undefined && lanes.length > 0 && !lanes.includes(marked.lane);
  const { closer, wider, earlier, later, year, month, day } = found.moves;
  const laneWord = (lane: string) => t(`timeline.lane.${lane as TimelineLane}`);
  return (
    <>
      <PageHeader title={t("timeline.title")} lead={t("timeline.lead")} />
      {found.extent === null && lanes.length === 0 ? (
        <EmptyState
          title={t("timeline.empty.title")}
          icon={<IconTimelineEvent size={32} stroke={1.4} />}
          steps={[t("timeline.empty.step1"), t("timeline.empty.step2"), t("timeline.empty.step3")]}
          action={
            <LinkButton href={`/cases/${caseId}/incidents`} variant="default">
              {t("timeline.empty.action")}
            </LinkButton>
          }
        >
          {t("timeline.empty.text")}
        </EmptyState>
      ) : (
        <>
          <PictureFilters
            urlSpec={timelineUrl}
            filters={[
              {
                ...enumFilter("type", t("timeline.columns.lane"), TIMELINE_LANES, laneWord),
                many: true,
              },
              { kind: "days", key: "shown", label: t("timeline.days") },
            ]}
          >
            <ViewToggle view={view} />
          </PictureFilters>
          {marked === undefined ? null : (
            <MarkedNote
              record={{
                code: marked.code,
                title: words.title(marked),
                href: words.href(marked.lane, marked.id),
              }}
              clearHref={timelineHref(caseId, withoutMark(sought), found.window)}
              againHref={isSifted || (from === null && to === null) ? null : hrefOf(null)}
              unshown={isSifted ? t("marked.sifted", { kind: laneWord(marked.lane) }) : null}
            />
          )}
          {view === "table" ? (
            <TimelineTable found={found} words={words} hrefOf={hrefOf} />
          ) : (
            <TimelinePicture
              lanes={found.lanes.map((lane) => words.lane(lane, hrefOf))}
              ticks={found.ticks.map((tick) => ({ at: tick.at, label: words.tick(tick) }))}
              shown={words.span(found.window)}
              moves={{
                closer: hrefOf(closer),
                wider: hrefOf(wider),
                earlier: hrefOf(earlier),
                later: hrefOf(later),
                year: hrefOf(year),
                month: hrefOf(month),
                day: hrefOf(day),
                // Without days, a marked record shows its own time.
                all: hrefOf(marked === undefined ? null : found.extent),
              }}
            />
          )}
        </>
      )}
      <Undated lanes={found.lanes} words={words} />
    </>
  );
}

function withoutMark(params: URLSearchParams): URLSearchParams {
  const others = new URLSearchParams(params);
  others.delete("record");
  return others;
}
