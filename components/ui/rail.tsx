"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./rail.module.css";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** A Tabler icon as an element, `<IconBook2 size={20} stroke={1.6} />`. */
  readonly icon?: ReactNode;
  /** A count, already formatted. */
  readonly count?: string;
}

export interface NavGroup {
  readonly label?: string;
  readonly items: readonly NavItem[];
}

/** The one list of nouns. The item whose path is the longest beginning of the page's path is the current one. */
export function Rail({ groups, children }: { groups: readonly NavGroup[]; children?: ReactNode }) {
  const t = useTranslator("ui");
  const current = currentHref(usePathname(), groups);
  return (
    <nav aria-label={t("shell.navigation")} className={classes.nav}>
      {children}
      {groups.map((group, index) => (
        <div key={group.label ?? index} className={classes.navGroup}>
          {group.label === undefined ? null : <p className={classes.navLabel}>{group.label}</p>}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  prefetch={false}
                  className={classes.navItem}
                  aria-current={item.href === current ? "page" : undefined}
                >
                  <span className={classes.navIcon} aria-hidden>
                    {item.icon}
                  </span>
                  <span>{item.label}</span>
                  {item.count === undefined ? null : (
                    <span className={classes.navCount}>
                      <bdi>{item.count}</bdi>
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function currentHref(path: string, groups: readonly NavGroup[]): string | undefined {
  const hrefs = groups.flatMap((group) => group.items.map((item) => item.href));
  const containing = hrefs.filter((href) => path === href || path.startsWith(`${href}/`));
  return containing.toSorted((a, b) => b.length - a.length)[0];
}
