"use client";

import { Unprinted } from "#components/care/unprinted.tsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { useCountText, useTranslator } from "#lib/i18n/client.tsx";
import { Code } from "./code.tsx";
import classes from "./link-list.module.css";

export interface LinkedRecord {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly label: string;
  /** How the two belong together: role, stance, date. */
  readonly detail?: ReactNode;
  readonly pill?: ReactNode;
}

export interface LinkGroup {
  readonly key: string;
  /** The type of the linked records, in the plural. */
  readonly label: string;
  readonly icon?: ReactNode;
  /** How many there are in all, which may be more than are listed. */
  readonly count: number;
  readonly items: readonly LinkedRecord[];
  /** Where the rest is. */
  readonly more?: { readonly href: string; readonly label: string };
  /** A button that adds one. */
  readonly add?: ReactNode;
}

/** The records that belong to this one, by type, with their counts. */
export function LinkList({ groups }: { groups: readonly LinkGroup[] }) {
  const t = useTranslator("ui");
  const counted = useCountText();
  return (
    <div className={classes.groups}>
      {groups.map((group) => (
        <section key={group.key} aria-label={group.label}>
          <div className={classes.head}>
            {group.icon === undefined ? null : (
              <span className={classes.icon} aria-hidden>
                {group.icon}
              </span>
            )}
            <h3>{group.label}</h3>
            <span className={classes.count}>
              <bdi>{counted(group.count)}</bdi>
            </span>
            <span className={classes.add}>{group.add}</span>
          </div>
          {group.items.length === 0 ? (
            <p className={classes.none}>{t("links.none")}</p>
          ) : (
            <ul className={classes.list}>
              {group.items.map((item) => (
                <li key={item.id}>
                  <Link href={item.href} prefetch={false} className={classes.link}>
                    <Code code={item.code} />
                    <Unprinted isInline>
                      <bdi>{item.label}</bdi>
                    </Unprinted>
                  </Link>
                  {item.pill}
                  {item.detail === undefined ? null : (
                    <Unprinted>
                      <div className={classes.detail}>{item.detail}</div>
                    </Unprinted>
                  )}
                </li>
              ))}
            </ul>
          )}
          {group.more === undefined ? null : (
            <Link href={group.more.href} prefetch={false} className={classes.more}>
              {group.more.label}
            </Link>
          )}
        </section>
      ))}
    </div>
  );
}
