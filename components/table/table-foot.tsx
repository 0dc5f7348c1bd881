"use client";

import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useCountText, useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./table-foot.module.css";
import { changedState, PAGE_SIZES, USUAL_SIZE } from "./url-state.ts";
import type { TableUrl } from "./use-table-url.ts";

interface TableFootProps {
  readonly url: TableUrl;
  readonly page: { readonly next: string | null; readonly previous: string | null };
  readonly shown: number;
  readonly total: number | null;
  readonly isPreviewed: boolean;
}

/** How many rows are shown and how many there are, how many to a page, and the way to the neighbouring pages. */
export function TableFoot({ url, page, shown, total, isPreviewed }: TableFootProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const counted = useCountText();
  const { state, hrefOf, show } = url;
  // Where all stand on one page of the usual size, there is nothing to choose.
  const isPaged = page.next !== null || page.previous !== null || state.size !== USUAL_SIZE;
  return (
    <div className={classes.foot}>
      <output>
        {total === null
          ? t("table.shown", { count: shown })
          : t("table.shownOf", { count: total, shown: formats.number(shown), total: counted(total) })}
      </output>
      <span className={classes.hint}>{t(isPreviewed ? "table.keysPreview" : "table.keys")}</span>
      {isPaged ? (
        <label className={classes.size}>
          {t("table.size")}
          <select
            value={state.size}
            onChange={(event) => {
              const size = PAGE_SIZES.find((one) => String(one) === event.currentTarget.value);
              if (size !== undefined) show(changedState(state, { size }));
            }}
          >
            {PAGE_SIZES.map((size) => (
              <option key={size} value={size}>
                {formats.number(size)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <nav aria-label={t("table.pages")} className={classes.pages}>
        <PageLink
          href={page.previous === null ? null : hrefOf({ ...state, before: page.previous, after: null })}
        >
          <IconChevronLeft size={16} stroke={1.8} aria-hidden className={classes.flip} />{" "}
          {t("table.previous")}
        </PageLink>
        <PageLink href={page.next === null ? null : hrefOf({ ...state, after: page.next, before: null })}>
          {t("table.next")} <IconChevronRight size={16} stroke={1.8} aria-hidden className={classes.flip} />
        </PageLink>
      </nav>
    </div>
  );
}

function PageLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) {
    return (
      <span className={classes.pageLink} data-disabled>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} prefetch={false} className={classes.pageLink}>
      {children}
    </Link>
  );
}
