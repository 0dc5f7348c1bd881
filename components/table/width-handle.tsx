"use client";

import { useDirection } from "@mantine/core";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { COLUMN_WIDTH_MAX, COLUMN_WIDTH_MIN } from "#lib/core/words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { TableLayout } from "./use-layout.ts";
import classes from "./width-handle.module.css";

const STEP = 16;

export interface WidthHandleProps {
  readonly id: string;
  readonly header: string;
  readonly layout: TableLayout;
}

/**
 * The edge of a column's head: drawn by pointer, or moved by the arrows in the direction they show; Home is the
 * narrowest, End the widest, Delete and a double click as wide as what the column holds.
 */
export function WidthHandle({ id, header, layout }: WidthHandleProps) {
  const t = useTranslator("ui");
  const { dir } = useDirection();
  const drawn = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const [measured, setMeasured] = useState(COLUMN_WIDTH_MIN);
  const wide = layout.widths[id] ?? measured;
  const outward = dir === "rtl" ? -1 : 1;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawn.current = { from: event.clientX, width: widthOf(event.currentTarget) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (drawn.current === null) return;
    layout.setWidth(id, drawn.current.width + (event.clientX - drawn.current.from) * outward);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const width = layout.widths[id] ?? widthOf(event.currentTarget);
    const next = {
      ArrowRight: width + STEP * outward,
      ArrowLeft: width - STEP * outward,
      Home: COLUMN_WIDTH_MIN,
      End: COLUMN_WIDTH_MAX,
      Delete: null,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    layout.setWidth(id, next);
  };
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one that is moved is no <hr> (ARIA 1.2, separator)
      role="separator"
      tabIndex={0}
      className={classes.handle}
      aria-orientation="vertical"
      aria-label={t("columns.width", { column: header })}
      aria-valuenow={Math.round(wide)}
      aria-valuemin={COLUMN_WIDTH_MIN}
      aria-valuemax={COLUMN_WIDTH_MAX}
      onFocus={(event) => setMeasured(widthOf(event.currentTarget))}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drawn.current = null)}
      onPointerCancel={() => (drawn.current = null)}
      onDoubleClick={() => layout.setWidth(id, null)}
    />
  );
}

const widthOf = (handle: HTMLElement): number => handle.closest("th")?.getBoundingClientRect().width ?? 0;
