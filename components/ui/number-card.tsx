import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./number-card.module.css";

export interface NumberLine {
  readonly key: string;
  readonly label: string;
  /** A number or a date as it is shown; none for a plain way to a page. */
  readonly value?: string;
  readonly href: string;
}

export interface NumberCardProps {
  readonly title: string;
  readonly href: string;
  /** The number of the whole, as it is shown. */
  readonly total?: string;
  /** What it is made of, each with the list behind it. */
  readonly lines?: readonly NumberLine[];
}

/** Cards side by side, as many as there is room for. */
export function NumberCards({ children }: { children: ReactNode }) {
  return <div className={classes.cards}>{children}</div>;
}

/** A title and the numbers below it; each leads to the list that it counts. */
export function NumberCard({ title, href, total, lines = [] }: NumberCardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <h3>
        <Link href={href} prefetch={false}>
          <bdi>{title}</bdi> {total === undefined ? null : <bdi className={classes.total}>{total}</bdi>}
        </Link>
      </h3>
      {lines.length === 0 ? null : (
        <ul className={classes.lines}>
          {lines.map(({ key, label, value, href: list }) => (
            <li key={key}>
              <Link href={list} prefetch={false}>
                <span>{label}</span> {value === undefined ? null : <bdi>{value}</bdi>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
