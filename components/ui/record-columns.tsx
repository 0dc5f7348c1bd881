import type { ReactNode } from "react";
import classes from "./record-columns.module.css";

/** The page of a record: its facts in the middle, its links and its history at the side; one column on narrow screens. */
export function RecordColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{children}</div>
      <div className={classes.column}>{side}</div>
    </div>
  );
}
