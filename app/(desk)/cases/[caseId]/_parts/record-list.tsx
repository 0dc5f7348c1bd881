import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import classes from "./record-list.module.css";

export interface ListedRecord {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly label: string;
  readonly detail?: ReactNode;
}

/** Records that belong to this one without a link of their own: parts, accounts, figures. */
export function RecordList({
  items,
  none,
  more,
}: {
  items: readonly ListedRecord[];
  none: string;
  more?: ReactNode;
}) {
  if (items.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <>
      <ul className={classes.list}>
        {items.map(({ id, href, code, label, detail }) => (
          <li key={id}>
            <Link href={href} prefetch={false} className={classes.link}>
              <Code code={code} />
              {label === code ? null : <bdi>{label}</bdi>}
            </Link>
            {detail === undefined || detail === "" ? null : <p className={classes.detail}>{detail}</p>}
          </li>
        ))}
      </ul>
      {more === undefined || more === null ? null : <p className={classes.more}>{more}</p>}
    </>
  );
}
