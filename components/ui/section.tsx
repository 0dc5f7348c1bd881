import type { ReactNode } from "react";
import classes from "./section.module.css";

export interface SectionProps {
  readonly title: string;
  /** An anchor, and the link between heading and region. Unique on the page. */
  readonly id: string;
  readonly lead?: ReactNode;
  /** What tells it from others of the same title: shown below that, and part of the region's name. */
  readonly qualifier?: string;
  readonly actions?: ReactNode;
  /** Without a frame: for sections that hold frames of their own, such as a table. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Section({ title, id, lead, qualifier, actions, bare = false, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={qualifier === undefined ? `${id}-title` : `${id}-title ${id}-qualifier`}
      className={classes.section}
      data-bare={bare || undefined}
    >
      <div className={classes.head}>
        <h2 id={`${id}-title`}>{title}</h2>
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </div>
      {qualifier === undefined ? null : (
        <p id={`${id}-qualifier`} className={classes.lead}>
          {qualifier}
        </p>
      )}
      {lead === undefined ? null : <div className={classes.lead}>{lead}</div>}
      {children}
    </section>
  );
}
