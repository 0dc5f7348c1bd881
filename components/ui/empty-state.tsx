import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

export interface EmptyStateProps {
  /** What is missing, as a sentence. */
  readonly title: string;
  /** What belongs here and why, in two or three sentences. */
  readonly children?: ReactNode;
  /** How to get there, step by step. */
  readonly steps?: readonly string[];
  readonly icon?: ReactNode;
  /** The one next thing to do. */
  readonly action?: ReactNode;
}

/** Where nothing is yet: says what belongs here and how it comes here. */
export function EmptyState({ title, children, steps = [], icon, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {icon === undefined ? null : (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children === undefined ? null : <div className={classes.text}>{children}</div>}
        {steps.length === 0 ? null : (
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {action === undefined ? null : <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
