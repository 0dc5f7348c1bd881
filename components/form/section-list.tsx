"use client";

import { IconAlertCircle, IconCircle, IconCircleCheck, IconCircleHalf2 } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useCatalogue, useTranslator } from "#lib/i18n/client.tsx";
import type { Completeness } from "./check-values.ts";
import classes from "./record-form.module.css";

const MARKS: Record<Completeness, ReactNode> = {
  empty: <IconCircle size={18} stroke={1.6} aria-hidden />,
  partial: <IconCircleHalf2 size={18} stroke={1.6} aria-hidden />,
  complete: <IconCircleCheck size={18} stroke={1.8} aria-hidden />,
  faulty: <IconAlertCircle size={18} stroke={1.8} aria-hidden />,
};

export interface SectionMark {
  readonly key: string;
  /** The id of the section on the page. */
  readonly id: string;
  readonly completeness: Completeness;
}

/** The parts of a form at its side, each with a mark of how far it is. */
export function SectionList({ marks, wordsAt }: { marks: readonly SectionMark[]; wordsAt: string }) {
  const t = useTranslator("ui");
  const catalogue = useCatalogue();
  return (
    <nav aria-label={t("form.sections")} className={classes.sections}>
      <ol>
        {marks.map(({ key, id, completeness }) => (
          <li key={key}>
            <a href={`#${id}`} data-completeness={completeness}>
              {MARKS[completeness]}
              <span>{catalogue(`${wordsAt}.sections.${key}.title`)}</span>
              <span className={classes.unseen}>({t(`form.completeness.${completeness}`)})</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
