"use client";

import {
  IconArrowsHorizontal,
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./timeline.module.css";
import type { TimelineMoves } from "./timeline-view.ts";

const SIZE = { size: 17, stroke: 1.7, "aria-hidden": true } as const;

/** Earlier and later, closer and wider, and a year, month or day round the middle of what is shown. */
export function TimelineMoveBar({ moves, shown }: { moves: TimelineMoves; shown: string }) {
  const t = useTranslator("analysis");
  const move = (to: keyof TimelineMoves, icon?: ReactNode) => (
    <Link
      href={moves[to]}
      prefetch={false}
      scroll={false}
      className={classes.move}
      {...(icon === undefined
        ? {}
        : { "aria-label": t(`timeline.move.${to}`), title: t(`timeline.move.${to}`) })}
    >
      {icon ?? t(`timeline.move.${to}`)}
    </Link>
  );
  return (
    <nav aria-label={t("timeline.moves")} className={classes.moves}>
      <span className={classes.group}>
        {move("earlier", <IconChevronLeft {...SIZE} className={classes.flip} />)}
        {move("later", <IconChevronRight {...SIZE} className={classes.flip} />)}
      </span>
      <strong className={classes.shown}>{shown}</strong>
      <span className={classes.group}>
        {move("closer", <IconZoomIn {...SIZE} />)}
        {move("wider", <IconZoomOut {...SIZE} />)}
      </span>
      <span className={classes.group}>
        {move("day")}
        {move("month")}
        {move("year")}
        {move("all", <IconArrowsHorizontal {...SIZE} />)}
      </span>
    </nav>
  );
}
