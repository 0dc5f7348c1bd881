"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Unprinted } from "#components/care/unprinted.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { Code } from "./code.tsx";
import classes from "./page-header.module.css";

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** A page for paper, which may bear the title of a record. */
  readonly isPaper?: boolean;
  /** The short code of the record, with a copy button. */
  readonly code?: string;
  /** What kind of record this is, in a word above the title. */
  readonly kind?: string;
  /** One or more `<StatusPill focusable …/>`. */
  readonly pills?: ReactNode;
  /** Buttons; the weightiest first. */
  readonly actions?: ReactNode;
  readonly breadcrumb?: readonly Crumb[];
  /** One or two sentences: what this page is for. */
  readonly lead?: ReactNode;
}

/** The head of a page: where it stands, what it is, in which state, and what can be done. */
export function PageHeader({
  title,
  isPaper = false,
  code,
  kind,
  pills,
  actions,
  breadcrumb = [],
  lead,
}: PageHeaderProps) {
  const t = useTranslator("ui");
  return (
    <div className={classes.header}>
      {breadcrumb.length === 0 ? null : (
        <nav aria-label={t("breadcrumb")}>
          <ol className={classes.crumbs}>
            {breadcrumb.map(({ label, href }) => (
              <li key={href ?? label}>
                {href === undefined ? (
                  <bdi>{label}</bdi>
                ) : (
                  <Link href={href} prefetch={false}>
                    <bdi>{label}</bdi>
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={classes.row}>
        <div className={classes.titles}>
          {kind === undefined ? null : <p className={classes.kind}>{kind}</p>}
          <h1 className={classes.title}>
            {code === undefined || isPaper ? (
              <bdi>{title}</bdi>
            ) : (
              <Unprinted isInline>
                <bdi>{title}</bdi>
              </Unprinted>
            )}
          </h1>
          {code === undefined && pills === undefined ? null : (
            <div className={classes.state}>
              {code === undefined ? null : <Code code={code} copy />}
              {pills}
            </div>
          )}
        </div>
        {actions === undefined ? null : <div className={classes.actions}>{actions}</div>}
      </div>
      {lead === undefined ? null : <div className={classes.lead}>{lead}</div>}
    </div>
  );
}
