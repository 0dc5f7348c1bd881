"use client";

import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./facts.module.css";

export interface Fact {
  readonly label: string;
  /** Null or empty text means that there is no value; `missing` says which kind of nothing. */
  readonly value: ReactNode;
  readonly missing?: "unknown" | "notRecorded" | "notAsked" | "none";
  /** The source's own words, or a remark, in small under the value. */
  readonly note?: ReactNode;
  /** Not for paper: what would endanger somebody. */
  readonly isUnprinted?: boolean;
  /** The value runs over the whole width. */
  readonly wide?: boolean;
}

/** What is known about a record, as terms and values. What is not known is said, quietly. */
export function Facts({ items }: { items: readonly Fact[] }) {
  const t = useTranslator("common");
  return (
    <dl className={classes.facts}>
      {items.map(({ label, value, missing = "notRecorded", note, isUnprinted = false, wide = false }) => {
        const absent = value === null || value === undefined || value === "";
        const noted = note === undefined || note === null ? null : <div className={classes.note}>{note}</div>;
        return (
          <div key={label} className={classes.fact} data-wide={wide || undefined}>
            <dt>{label}</dt>
            <dd>
              {absent ? (
                <span className={classes.missing}>{t(missing)}</span>
              ) : isUnprinted ? (
                <Unprinted>
                  {value}
                  {noted}
                </Unprinted>
              ) : (
                value
              )}
              {isUnprinted && !absent ? null : noted}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
