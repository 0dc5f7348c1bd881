"use client";

import { useState } from "react";
import { Code } from "#components/ui/code.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { TimelineLaneRow } from "./timeline-lane.tsx";
import { TimelineMoveBar } from "./timeline-moves.tsx";
import classes from "./timeline.module.css";
import type { TimelineItem, TimelineLaneView, TimelineMoves, TimelineTick } from "./timeline-view.ts";
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
  const [pointed, setPointed] = useState<TimelineItem | null>(null);
  const { onKeyDown, onFocus } = useTimelineKeys(moves);
  const first = lanes.find(({ items, buckets }) => items.length > 0 || buckets !== null)?.key;
  return (
    <div className={classes.timeline}>
      <TimelineMoveBar moves={moves} shown={shown} />
      <p className={classes.hint} id="timeline-keys">
        {t("timeline.keys")}
      </p>
      <section className={classes.scroller} aria-label={t("timeline.picture", { shown })} tabIndex={-1}>
        <div
          className={classes.plot}
          role="presentation"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          aria-describedby="timeline-keys"
        >
          <div className={classes.axis} aria-hidden>
            {ticks.map(({ at, label }) => (
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
              isFirst={lane.key === first}
              onPoint={setPointed}
            />
          ))}
        </div>
      </section>
      <div className={classes.readout} aria-hidden>
        {pointed === null ? (
          <span className={classes.quiet}>{t("timeline.pointAt")}</span>
        ) : (
          <>
            <strong>
              <bdi>{pointed.title}</bdi>
            </strong>
            <span>
              {pointed.date} · <Code code={pointed.code} />
            </span>
          </>
        )}
      </div>
    </div>
  );
}
