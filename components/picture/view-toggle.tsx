"use client";

import { IconChartDots, IconTable } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./view-toggle.module.css";

const VIEWS = { picture: IconChartDots, table: IconTable };

/** Leads from a picture to the same as a table and back; the address keeps the choice. */
export function ViewToggle({ view }: { view: keyof typeof VIEWS }) {
  const t = useTranslator("analysis");
  const path = usePathname();
  const query = useSearchParams();
  const hrefOf = (wanted: string): string => {
    const params = new URLSearchParams(query);
    if (wanted === "picture") params.delete("as");
    else params.set("as", wanted);
    const text = params.toString();
    return text === "" ? path : `${path}?${text}`;
  };
  return (
    <nav aria-label={t("view.label")} className={classes.toggle}>
      {(["picture", "table"] as const).map((one) => {
        const Icon = VIEWS[one];
        return (
          <Link
            key={one}
            href={hrefOf(one)}
            prefetch={false}
            scroll={false}
            aria-current={one === view ? "true" : undefined}
          >
            <Icon size={16} stroke={1.7} aria-hidden />
            {t(`view.${one}`)}
          </Link>
        );
      })}
    </nav>
  );
}
