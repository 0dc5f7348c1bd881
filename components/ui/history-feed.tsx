"use client";

import { Unprinted } from "#components/care/unprinted.tsx";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { DateText } from "./date-text.tsx";
import classes from "./history-feed.module.css";

export interface HistoryEntry {
  readonly id: string;
  /** The person's name or code; for a machine, what it is called. */
  readonly who: string;
  /** What happened, as the rest of a sentence: "accepted version 2". */
  readonly what: ReactNode;
  /** Formatted on the server. */
  readonly when: string;
  readonly whenIso: string;
  /** What can be said of it beyond that: the fields that changed, the way to a comparison. */
  readonly more?: ReactNode;
  readonly reason?: string;
}

/** What happened to a record, newest first: who, what, when, and why in the person's own words. */
export function HistoryFeed({ entries, more }: { entries: readonly HistoryEntry[]; more?: ReactNode }) {
  const t = useTranslator("ui");
  if (entries.length === 0) return <p className={classes.empty}>{t("history.empty")}</p>;
  return (
    <>
      <ol className={classes.feed} aria-label={t("history.label")}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <p className={classes.line}>
              <bdi className={classes.who}>{entry.who}</bdi> {entry.what}
            </p>
            <p className={classes.when}>
              <DateText text={entry.when} iso={entry.whenIso} />
            </p>
            {entry.more === undefined ? null : <p className={classes.more}>{entry.more}</p>}
            {entry.reason === undefined ? null : (
              <Unprinted>
                <blockquote className={classes.reason} dir="auto">
                  {entry.reason}
                </blockquote>
              </Unprinted>
            )}
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}
