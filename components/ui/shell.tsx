"use client";

import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { type NavGroup, Rail } from "./rail.tsx";
import classes from "./shell.module.css";

export interface AppShellProps {
  readonly nav: readonly NavGroup[];
  /** Where the product's name leads. */
  readonly homeHref: string;
  /** The case in which the person works, and the way to another one. */
  readonly caseSwitcher?: ReactNode;
  /** The search box of the header. */
  readonly search?: ReactNode;
  /** `<AccountMenu …/>`. */
  readonly account?: ReactNode;
  /** The way out, last in the header. */
  readonly exit?: ReactNode;
  /** Lines across the top, e.g. `<KeyBesideBanner />`. */
  readonly banner?: ReactNode;
  /** A line that stays in sight, e.g. `<TrainingRibbon />`. */
  readonly ribbon?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page behind the entrance: one rail of nouns, a header, and the page in a main landmark. */
export function AppShell({
  nav,
  homeHref,
  caseSwitcher,
  search,
  account,
  exit,
  banner,
  ribbon,
  children,
}: AppShellProps) {
  const t = useTranslator("ui");
  const [opened, { open, close }] = useDisclosure(false);
  const path = usePathname();
  useEffect(() => close(), [path, close]);
  return (
    <div className={classes.shell} data-ribbon={ribbon === undefined || ribbon === null ? undefined : true}>
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <section className={classes.notices} aria-label={t("shell.notices")}>
        {banner}
        <div className={classes.printOnly}>{ribbon}</div>
      </section>
      <div className={classes.frame}>
        <div className={classes.rail}>
          <div className={classes.railInner}>
            <Rail groups={nav}>
              <Brand href={homeHref} />
            </Rail>
          </div>
        </div>
        <div className={classes.page}>
          <header className={classes.top}>
            {ribbon}
            <div className={classes.header}>
              <button
                type="button"
                className={classes.burger}
                aria-label={t("shell.openNavigation")}
                aria-expanded={opened}
                onClick={open}
              >
                <IconMenu2 size={22} stroke={1.6} aria-hidden />
              </button>
              <div className={classes.caseSwitcher}>{caseSwitcher}</div>
              <div className={classes.search}>{search}</div>
              <LanguageSwitch />
              {account}
              {exit}
            </div>
          </header>
          <main id="main" tabIndex={-1} className={classes.main}>
            {children}
          </main>
        </div>
      </div>
      <Drawer
        opened={opened}
        onClose={close}
        size="17rem"
        title={<Brand href={homeHref} />}
        closeButtonProps={{ "aria-label": t("shell.closeNavigation") }}
        classNames={{ content: classes.drawer ?? "", header: classes.drawer ?? "" }}
      >
        <Rail groups={nav} />
      </Drawer>
    </div>
  );
}

function Brand({ href }: { href: string }) {
  const t = useTranslator("common");
  return (
    <Link href={href} prefetch={false} className={classes.brand}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="6" fill="currentColor" />
        <path d="M9 8h9.5L23 12.5V24H9z" />
        <path d="m12.5 17.5 2.6 2.7 4.6-5.2" />
      </svg>
      <bdi>{t("product")}</bdi>
    </Link>
  );
}
