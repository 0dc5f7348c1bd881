"use client";

import { useEffect, useRef, useState } from "react";
import { Code } from "#components/ui/code.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { TimelineLaneRow } from "./timeline-lane.tsx";
import { TimelineMoveBar } from "./timeline-moves.tsx";
import classes from "./timeline.module.css";
import {
  labelledTicks,
  type TimelineItem,
  type TimelineLaneView,
  type TimelineMoves,
  type TimelineTick,
} from "./timeline-view.ts";
import { useTimelineKeys } from "./use-timeline-keys.ts";

interface Props {
  readonly lanes: readonly TimelineLaneView[];
  readonly ticks: readonly TimelineTick[];
  /** The time shown, in words. */
  readonly shown: string;
  readonly moves: TimelineMoves;
}

/**
 * Records by date. Time runs as the language reads: from the inline start to the inline end, so from right to left in
 * Arabic; every position is logical, and the keys follow.
 */
export function TimelinePicture({ lanes, ticks, shown, moves }: Props) {
  const t = useTranslator("analysis");
  const marked = lanes.flatMap(({ items }) => items).find(({ isMarked }) => isMarked) ?? null;
  const [pointed, setPointed] = useState<TimelineItem | null>(null);
  const { onKeyDown, onFocus } = useTimelineKeys(moves);
  const scroller = useMarkInSight(marked?.id, shown);
  const entry = entryOf(lanes);
  const read = pointed ?? marked;
  return (
    <div className={classes.timeline}>
      <TimelineMoveBar moves={moves} shown={shown} />
      <p className={classes.hint} id="timeline-keys">
        {t("timeline.keys")}
      </p>
      <section
        ref={scroller}
        className={classes.scroller}
        aria-label={t("timeline.picture", { shown })}
        tabIndex={-1}
      >
        <div
          className={classes.plot}
          role="presentation"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          aria-describedby="timeline-keys"
        >
          <div className={classes.axis} aria-hidden>
            {labelledTicks(ticks).map(({ at, label }) => (
              <span key={label + at} className={classes.tick} style={{ insetInlineStart: `${at * 100}%` }}>
                {label}
              </span>
            ))}
          </div>
          {lanes.map((lane) => (
            <TimelineLaneRow
              key={lane.key}
              lane={lane}
              ticks={ticks}
              entry={lane.key === entry?.lane ? entry.index : null}
              onPoint={setPointed}
            />
          ))}
        </div>
      </section>
      <div className={classes.readout} aria-hidden>
        {read === null ? (
          <span className={classes.quiet}>{t("timeline.pointAt")}</span>
        ) : (
          <>
            <strong>
              <bdi>{read.title}</bdi>
            </strong>
            <span>
              {read.date} · <Code code={read.code} />
            </span>
          </>
        )}
      </div>
    </div>
  );
}

/** The mark with which the keyboard begins: the record the person came for, or the first of all. */
function entryOf(lanes: readonly TimelineLaneView[]): { lane: string; index: number } | null {
  const own = lanes.find(({ items }) => items.some(({ isMarked }) => isMarked));
  const first = own ?? lanes.find(({ items, buckets }) => items.length > 0 || buckets !== null);
  if (first === undefined) return null;
  return {
    lane: first.key,
    index: Math.max(
      0,
      first.items.findIndex(({ isMarked }) => isMarked),
    ),
  };
}

/** Scrolls the picture, which is wider than a phone, so that the marked record is seen. */
function useMarkInSight(markedId: string | undefined, shown: string) {
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    if (markedId === undefined) return;
    scroller.current
      ?.querySelector('[aria-current="true"]')
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [markedId, shown]);
  return scroller;
}
