import Link from "next/link";
import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./record-list.module.css";

export interface ListedRecord {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly label: string;
  readonly detail?: ReactNode;
}

interface Props {
  items: readonly ListedRecord[];
  /** Said where there is no record. */
  none: string;
  /** What stands below: the way to further records. */
  more?: ReactNode;
}

// A longer list shows these first and keeps the rest folded.
const OPEN = 10;

/** Records that belong to this one without a link of their own: parts, accounts, figures. */
export async function RecordList({ items, none, more }: Props) {
  const [common, ui] = await Promise.all([translator("common"), translator("ui")]);
  const folded = items.slice(OPEN);
  if (items.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <>
      <Lines items={items.slice(0, OPEN)} />
      {folded.length === 0 ? null : (
        <details className={classes.folded}>
          <summary>
            {common("more")}: {ui("links.count", { count: folded.length })}
          </summary>
          <Lines items={folded} />
        </details>
      )}
      {more === undefined || more === null ? null : <p className={classes.more}>{more}</p>}
    </>
  );
}

function Lines({ items }: Pick<Props, "items">) {
  return (
    <ul className={classes.list}>
      {items.map(({ id, href, code, label, detail }) => (
        <li key={id}>
          <Link href={href} prefetch={false} className={classes.link}>
            <Code code={code} />
            {label === code ? null : (
              <Unprinted isInline>
                <bdi>{label}</bdi>
              </Unprinted>
            )}
          </Link>
          {detail === undefined || detail === null || detail === "" ? null : (
            <div className={classes.detail}>{detail}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
