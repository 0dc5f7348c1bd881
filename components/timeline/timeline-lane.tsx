"use client";

import Link from "next/link";
import type { CSSProperties } from "react";
import marks from "./marks.module.css";
import classes from "./timeline.module.css";
import type { TimelineBucket, TimelineItem, TimelineLaneView, TimelineTick } from "./timeline-view.ts";

// Narrower than this part of the axis, a date is drawn as a point.
const POINT_WIDTH = 0.012;
// What the query keeps free for a label (LABEL_ROOM there): the label is cut where the next may begin.
const LABEL_ROOM = 0.22;

interface Props {
  readonly lane: TimelineLaneView;
  readonly ticks: readonly TimelineTick[];
  /** Which of the marks takes the focus that enters by Tab; null: one of another lane. */
  readonly entry: number | null;
  readonly onPoint: (item: TimelineItem | null) => void;
}

/** One lane: marks, or columns of counts where there are too many. */
export function TimelineLaneRow({ lane, ticks, entry, onPoint }: Props) {
  const { key, label, note, items, labelled, buckets } = lane;
  const rows = items.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return (
    <section className={classes.lane} aria-labelledby={`lane-${key}`}>
      <h2 id={`lane-${key}`} className={classes.laneName}>
        {label} <span className={classes.quiet}>{note}</span>
      </h2>
      {items.length === 0 && buckets !== null ? null : (
        <div
          className={marks.field}
          data-lane={key}
          data-labelled={labelled || undefined}
          style={{ "--rows": rows } as CSSProperties}
        >
          <Lines ticks={ticks} />
          {items.map((item, index) => (
            <Mark
              key={item.id}
              item={item}
              labelled={labelled}
              tabIndex={index === entry ? 0 : -1}
              onPoint={onPoint}
            />
          ))}
        </div>
      )}
      {buckets === null ? null : (
        <div className={marks.field} data-lane={key} data-counts>
          <Lines ticks={ticks} />
          <Columns buckets={buckets} entry={entry === null ? null : entry - items.length} />
        </div>
      )}
    </section>
  );
}

function Lines({ ticks }: Pick<Props, "ticks">) {
  return ticks.map(({ at, label }) => (
    <span key={label + at} className={marks.line} style={{ insetInlineStart: `${at * 100}%` }} aria-hidden />
  ));
}

interface MarkProps {
  readonly item: TimelineItem;
  readonly labelled: boolean;
  readonly tabIndex: number;
  readonly onPoint: (item: TimelineItem | null) => void;
}

function Mark({ item, labelled, tabIndex, onPoint }: MarkProps) {
  const { shape, title, date, href, row, isMarked } = item;
  const isPoint = shape.end - shape.start < POINT_WIDTH;
  const isLate = labelled && shape.start + LABEL_ROOM > 1;
  // With a label the link is as wide as its room; the mark lies in it where its date is.
  const width = Math.max(shape.end - shape.start, labelled ? LABEL_ROOM : 0);
  const start = isLate ? Math.min(shape.start, 1 - width) : shape.start;
  const within = (at: number): string => (width === 0 ? "0%" : `${((at - start) / width) * 100}%`);
  const point = (shape.start + shape.end) / 2;
  return (
    <Link
      href={href}
      prefetch={false}
      className={marks.mark}
      data-point={isPoint || undefined}
      data-late={isLate || undefined}
      data-mark
      aria-current={isMarked ? "true" : undefined}
      tabIndex={tabIndex}
      aria-label={`${title}, ${date}`}
      style={
        {
          "--row": row,
          insetInlineStart: `${start * 100}%`,
          inlineSize: `${width * 100}%`,
        } as CSSProperties
      }
      onFocus={() => onPoint(item)}
      onPointerEnter={() => onPoint(item)}
    >
      {labelled ? (
        <span className={marks.markLabel} dir="auto">
          {title}
        </span>
      ) : null}
      <span
        className={marks.bar}
        data-start={shape.startSide}
        data-end={shape.endSide}
        style={
          isPoint
            ? { insetInlineStart: within(point) }
            : {
                insetInlineStart: within(shape.start),
                inlineSize: `${((shape.end - shape.start) / width) * 100}%`,
                ...softness(item),
              }
        }
      />
    </Link>
  );
}

/** Where the solid part of a bar begins and ends, in parts of the bar. */
function softness({ shape }: TimelineItem): CSSProperties {
  const width = shape.end - shape.start;
  const part = (at: number) => `${Math.round(((at - shape.start) / width) * 1000) / 10}%`;
  return { "--solid-start": part(shape.solidStart), "--solid-end": part(shape.solidEnd) } as CSSProperties;
}

interface ColumnsProps {
  readonly buckets: readonly TimelineBucket[];
  readonly entry: number | null;
}

function Columns({ buckets, entry }: ColumnsProps) {
  const most = Math.max(1, ...buckets.map(({ count }) => count));
  const filled = buckets.filter(({ count }) => count > 0);
  return filled.map(({ href, start, end, count, number, label }, index) => (
    <Link
      key={href}
      href={href}
      prefetch={false}
      scroll={false}
      className={marks.column}
      data-mark
      tabIndex={index === entry ? 0 : -1}
      aria-label={label}
      title={label}
      style={
        {
          insetInlineStart: `${start * 100}%`,
          inlineSize: `${(end - start) * 100}%`,
          "--share": count / most,
        } as CSSProperties
      }
    >
      <span aria-hidden>
        <bdi>{number}</bdi>
      </span>
    </Link>
  ));
}
