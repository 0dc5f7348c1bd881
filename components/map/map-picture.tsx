"use client";

import { IconFocusCentered, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import Link from "next/link";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { gather, type MapCluster } from "./clusters.ts";
import type { MapGround, MapPoint } from "./map-view.ts";
import classes from "./map.module.css";

const WIDTH = 1000;
const HEIGHT = 625;
// How near two marks may stand, in units of the map at its first zoom.
const NEAR = 34;
const ZOOM_MAX = 40;

interface View {
  /** The middle of what is shown, in units of the map. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

// How far the map is zoomed in to show marked places among what lies around them.
const MARKED_ZOOM_MAX = 4;

const WHOLE: View = { x: WIDTH / 2, y: HEIGHT / 2, zoom: 1 };

interface Props {
  readonly points: readonly MapPoint[];
  readonly ground: MapGround;
  readonly chosenId: string | null;
}

/**
 * A map drawn from outlines that are part of the program: nothing is loaded from elsewhere. East is on the right in
 * every language. The ring round a place is how exactly it is known.
 */
export function MapPicture({ points, ground, chosenId }: Props) {
  const t = useTranslator("analysis");
  const [view, setView] = useState(() =>
    viewOf(points.filter(({ id, isMarked }) => isMarked || id === chosenId)),
  );
  const drag = useDrag(view, setView);
  const clusters = gather(points, NEAR / view.zoom);
  const zoomed = (factor: number, at: { x: number; y: number } = view) =>
    setView(held({ x: at.x, y: at.y, zoom: view.zoom * factor }));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = moved(event.key, view);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setView(held(next));
  };
  const place = ({ x, y }: { x: number; y: number }) => ({
    left: `${(((x - view.x) * view.zoom) / WIDTH + 0.5) * 100}%`,
    top: `${(((y - view.y) * view.zoom) / HEIGHT + 0.5) * 100}%`,
  });
  const isShown = ({ x, y }: { x: number; y: number }) =>
    Math.abs(x - view.x) * view.zoom < WIDTH / 2 && Math.abs(y - view.y) * view.zoom < HEIGHT / 2;
  const [width, height] = [WIDTH / view.zoom, HEIGHT / view.zoom];
  return (
    <div className={classes.map} dir="ltr">
      <svg
        className={classes.ground}
        viewBox={`${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`}
        aria-hidden
        focusable="false"
        {...drag}
      >
        <path className={classes.countries} d={ground.countries} />
        <path className={classes.governorates} d={ground.governorates} />
        {points.map(({ id, x, y, radius, isMarked }) => (
          <circle
            key={id}
            className={classes.ring}
            data-chosen={id === chosenId || isMarked || undefined}
            cx={x}
            cy={y}
            r={radius}
          />
        ))}
      </svg>
      {(view.zoom < ground.labelZoomMin ? [] : ground.labels.filter(isShown)).map((label) => (
        <span key={label.key} className={classes.label} style={place(label)} aria-hidden dir="auto">
          {label.text}
        </span>
      ))}
      <ul className={classes.marks} aria-label={t("map.places")}>
        {clusters.filter(isShown).map((cluster) => (
          <li key={cluster.key} style={place(cluster)}>
            <Mark
              cluster={cluster}
              chosenId={chosenId}
              onKeyDown={onKeyDown}
              onOpen={() => zoomed(2.5, cluster)}
            />
          </li>
        ))}
      </ul>
      <div className={classes.zoom}>
        <button type="button" aria-label={t("map.closer")} onClick={() => zoomed(1.6)}>
          <IconZoomIn size={18} stroke={1.7} aria-hidden />
        </button>
        <button type="button" aria-label={t("map.wider")} onClick={() => zoomed(1 / 1.6)}>
          <IconZoomOut size={18} stroke={1.7} aria-hidden />
        </button>
        <button type="button" aria-label={t("map.whole")} onClick={() => setView(WHOLE)}>
          <IconFocusCentered size={18} stroke={1.7} aria-hidden />
        </button>
      </div>
    </div>
  );
}

interface MarkProps {
  readonly cluster: MapCluster;
  readonly chosenId: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onOpen: () => void;
}

/** One place is a link to what is there; several are a button that looks closer. */
function Mark({ cluster: { points }, chosenId, onKeyDown, onOpen }: MarkProps) {
  const t = useTranslator("analysis");
  const formats = useFormats();
  const [only] = points;
  if (only === undefined) return null;
  if (points.length > 1) {
    const isMarked = points.some((point) => point.isMarked);
    const named = t("map.cluster", {
      count: points.length,
      names: formats.list(points.map(({ name }) => name)),
    });
    const label = isMarked ? `${t("marked.label")}: ${named}` : named;
    return (
      <button
        type="button"
        className={classes.cluster}
        data-marked={isMarked || undefined}
        aria-label={label}
        title={label}
        onKeyDown={onKeyDown}
        onClick={onOpen}
      >
        {formats.number(points.length)}
      </button>
    );
  }
  const named = `${only.name}: ${only.counts} (${only.precision})`;
  const label = only.isMarked ? `${t("marked.label")}: ${named}` : named;
  return (
    <Link
      href={only.href}
      prefetch={false}
      scroll={false}
      className={classes.point}
      data-empty={only.total === 0 || undefined}
      data-marked={only.isMarked || undefined}
      aria-current={only.id === chosenId ? "true" : undefined}
      aria-label={label}
      title={label}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden>{formats.number(only.total)}</span>
    </Link>
  );
}

/** Some places in the middle, with room round them; everything when there are none. */
function viewOf(points: readonly MapPoint[]): View {
  if (points.length === 0) return WHOLE;
  const [left, right] = ends(points.map(({ x }) => x));
  const [top, bottom] = ends(points.map(({ y }) => y));
  const zoom = Math.min(WIDTH / (2 * (right - left)), HEIGHT / (2 * (bottom - top)), MARKED_ZOOM_MAX);
  return held({ x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(zoom, 1) });
}

const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;

/** Plus and minus zoom, arrows move a fifth of what is shown, 0 shows everything. */
function moved(key: string, view: View): View | null {
  const step = WIDTH / view.zoom / 5;
  switch (key) {
    case "+":
    case "=":
      return { ...view, zoom: view.zoom * 1.6 };
    case "-":
      return { ...view, zoom: view.zoom / 1.6 };
    case "0":
      return WHOLE;
    case "ArrowLeft":
      return { ...view, x: view.x - step };
    case "ArrowRight":
      return { ...view, x: view.x + step };
    case "ArrowUp":
      return { ...view, y: view.y - step };
    case "ArrowDown":
      return { ...view, y: view.y + step };
    default:
      return null;
  }
}

/** What is shown stays where there is ground drawn. */
const held = ({ x, y, zoom }: View): View => ({
  x: Math.min(Math.max(x, -WIDTH / 2), WIDTH * 1.5),
  y: Math.min(Math.max(y, -HEIGHT / 2), HEIGHT * 1.5),
  zoom: Math.min(Math.max(zoom, 0.5), ZOOM_MAX),
});

/** Moves the map with the pointer. */
function useDrag(view: View, setView: (view: View) => void) {
  const from = useRef<{ x: number; y: number; view: View } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>): void => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY, view };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>): void => {
      if (from.current === null) return;
      const { x, y, view: start } = from.current;
      const unit = WIDTH / start.zoom / event.currentTarget.clientWidth;
      setView(
        held({ ...start, x: start.x - (event.clientX - x) * unit, y: start.y - (event.clientY - y) * unit }),
      );
    },
    onPointerUp: (): void => {
      from.current = null;
    },
  };
}
