"use client";

import { Drawer, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowUpRight, IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { RefObject } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./side-panel.module.css";
import type { RowView, ShowPreview } from "./table-view.ts";
import { usePreview } from "./use-preview.ts";

export interface SidePanelProps {
  readonly id: string;
  readonly rows: readonly RowView[];
  readonly showPreview: ShowPreview;
  /** Where the keys of the list act too. */
  readonly element: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** One record of a list, beside it; over the whole screen where that is narrow. */
export function SidePanel({ element, ...props }: SidePanelProps) {
  const t = useTranslator("ui");
  const isNarrow = useMediaQuery("(width < 62em)") === true;
  if (isNarrow) {
    return (
      <Drawer
        opened
        onClose={props.onClose}
        size="100%"
        withCloseButton={false}
        returnFocus={false}
        aria-label={t("panel.label")}
        classNames={{ body: classes.drawer ?? "" }}
      >
        <Contents {...props} />
      </Drawer>
    );
  }
  return (
    <aside ref={element} className={classes.panel} aria-label={t("panel.label")}>
      <Contents {...props} />
    </aside>
  );
}

function Contents({ id, rows, showPreview, onClose }: Omit<SidePanelProps, "element">) {
  const t = useTranslator("ui");
  const row = rows.find((one) => one.id === id);
  const answer = usePreview(showPreview, id, row !== undefined);
  const isHere = answer === null || answer.state === "shown";
  const href = row?.href ?? (answer !== null && "href" in answer ? answer.href : null);
  return (
    <>
      <div className={classes.bar}>
        {isHere && href !== null ? (
          <Link href={href} prefetch={false} className={classes.open}>
            {t("panel.open")} <IconArrowUpRight size={16} stroke={1.8} aria-hidden className={classes.flip} />
          </Link>
        ) : null}
        <button type="button" className={classes.close} aria-label={t("panel.close")} onClick={onClose}>
          <IconX size={18} stroke={1.8} aria-hidden />
        </button>
      </div>
      <div className={classes.content} aria-busy={answer === null} aria-live="polite">
        {answer === null ? <Waiting /> : null}
        {answer?.state === "shown" ? answer.view : null}
        {answer === null || answer.state === "shown" ? null : (
          <p className={classes.calm}>{t(`panel.${answer.state}`)}</p>
        )}
      </div>
    </>
  );
}

function Waiting() {
  const t = useTranslator("ui");
  return (
    <output aria-label={t("panel.waiting")} className={classes.waiting}>
      {["40%", "85%", "60%"].map((width) => (
        <Skeleton key={width} height={14} mb="sm" width={width} animate={false} />
      ))}
    </output>
  );
}
