import type { TimelineBucket, TimelineItem, TimelineLaneView } from "#components/timeline/timeline-view.ts";
import type { readTimeline } from "#lib/analysis/queries/read-timeline.ts";
import type { DayWindow, Tick } from "#lib/analysis/rules/time-window.ts";
import type { TimelineLane } from "#lib/analysis/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../_parts/describe.ts";
import { localNames } from "../../_parts/local-names.ts";

export type Timeline = Awaited<ReturnType<typeof readTimeline.run>>;
export type LaneFound = Timeline["lanes"][number];

interface Line {
  readonly id: string;
  readonly title: string;
  readonly titleAr: string | null;
  readonly edtf: string | null;
}

const PATHS: Record<TimelineLane, string> = {
  incident: "incidents",
  testimony_event: "testimonies",
  testimony_taken: "testimonies",
  figure: "figures",
  proceeding: "proceedings",
  note: "proceedings/notes",
};

/** Puts an answer of the timeline into words and addresses. @param markedId the record that stands out */
export async function timelineWords(caseId: string, markedId?: string) {
  const [t, describe, named, format] = await Promise.all([
    translator("analysis"),
    describer(),
    localNames(),
    formats(),
  ]);
  const listOf = (lane: TimelineLane) => `/cases/${caseId}/${PATHS[lane]}`;
  /** Notes stand together on one page; every other record has its own. */
  const href = (lane: TimelineLane, id: string) => (lane === "note" ? listOf(lane) : `${listOf(lane)}/${id}`);
  const span = ({ from, to }: DayWindow) => describe(from === to ? from : `${from}/${to}`);
  const number = ({ count, more }: { count: number; more: boolean }) =>
    more ? t("orMore", { number: format.number(count) }) : format.number(count);
  const title = (line: Line) => named(line.title, line.titleAr);
  const bucket = (
    one: NonNullable<LaneFound["buckets"]>[number],
    hrefOf: (window: DayWindow) => string,
  ): TimelineBucket => ({
    href: hrefOf({ from: one.from, to: one.to }),
    start: one.start,
    end: one.end,
    count: one.count,
    number: number(one),
    label: t("timeline.bucket", { count: one.count, number: number(one), span: span(one) }),
  });
  const lane = (found: LaneFound, hrefOf: (window: DayWindow) => string): TimelineLaneView => ({
    key: found.lane,
    label: t(`timeline.lane.${found.lane}`),
    note: noteOf(found),
    labelled: found.labelled,
    items: found.items.map((item): TimelineItem => ({
      id: item.id,
      href: href(found.lane, item.id),
      code: item.code,
      title: title(item),
      date: describe(item.edtf),
      shape: item.shape,
      isMarked: isMarked(item),
      row: item.row,
    })),
    buckets: found.buckets?.map((one) => bucket(one, hrefOf)) ?? null,
  });
  const isMarked = ({ id }: { id: string }) => id === markedId;
  const noteOf = ({ items, buckets, lookedBack }: LaneFound): string => {
    if (buckets !== null) return t("timeline.counted");
    if (items.length === 0) return t("timeline.nothing");
    const shown = t("timeline.shown", { count: items.length });
    return lookedBack ? `${shown} ${t("timeline.lookedBack")}` : shown;
  };
  return {
    lane,
    listOf,
    href,
    span,
    number,
    title,
    isMarked,
    describe,
    laneName: (one: TimelineLane) => t(`timeline.lane.${one}`),
    tick: ({ unit, day, hour }: Tick): string => {
      if (unit === "hour") return `${String(hour).padStart(2, "0")}:00`;
      if (unit === "day") return format.dayShort(day);
      return describe(unit === "year" ? day.slice(0, 4) : day.slice(0, 7));
    },
  };
}

export type TimelineWords = Awaited<ReturnType<typeof timelineWords>>;
