import type { ReactNode } from "react";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./_parts/entrance.module.css";

/** The pages before the desk: signing in, and the first run. */
export default async function EntranceLayout({ children }: { children: ReactNode }) {
  const t = await translator("common");
  return (
    <div className={classes.page}>
      <main className={classes.card} id="main">
        <header className={classes.head}>
          <div>
            <p className={classes.product}>
              <bdi>{t("product")}</bdi>
            </p>
            <p className={classes.tagline}>{t("tagline")}</p>
          </div>
          <LanguageSwitch />
        </header>
        {children}
      </main>
    </div>
  );
}
