"use client";

import { Button } from "@mantine/core";
import { IconBookmarkFilled, IconInfoCircle, IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { FilterView } from "#components/table/table-view.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { type ListSeen, useOpenView } from "./use-open-view.ts";
import type { Lost } from "./view-address.ts";
import classes from "./views.module.css";

/** In which saved view the list is open, whether it was changed since, and what of the view is gone. */
export function ViewLine({ filters, ...seen }: ListSeen & { readonly filters: readonly FilterView[] }) {
  const t = useTranslator("ui");
  const open = useOpenView(seen);
  const { active, isChanged } = open;
  if (open.isGone) return <Note>{t("views.gone")}</Note>;
  if (active === null) return null;
  return (
    <>
      <div className={classes.line}>
        <span className={classes.name}>
          <IconBookmarkFilled size={14} aria-hidden /> {t("views.open")} <bdi>{active.name}</bdi>
          {active.sharing === "shared" ? (
            <span className={classes.quiet}> · {t("views.isShared")}</span>
          ) : null}
          {isChanged ? <strong> · {t("views.changed")}</strong> : null}
        </span>
        {isChanged ? (
          <>
            {active.isMine ? (
              <Button size="compact-xs" variant="light" onClick={() => void open.update()}>
                {t("views.keepChange")}
              </Button>
            ) : null}
            <Link href={open.hrefOf(active.address, active.id)} prefetch={false}>
              {t("views.undo")}
            </Link>
          </>
        ) : null}
        <Link href={open.hrefOf("")} prefetch={false} className={classes.leave} aria-label={t("views.leave")}>
          <IconX size={15} stroke={2} aria-hidden />
        </Link>
      </div>
      {open.lost === null ? null : <LostNote lost={open.lost} filters={filters} />}
    </>
  );
}

function LostNote({ lost, filters }: { lost: Lost; filters: readonly FilterView[] }) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const labelOf = (key: string) => filters.find((filter) => filter.key === key)?.label;
  const parts = new Set([
    ...lost.filters.map((key) => {
      const label = labelOf(key);
      return label === undefined ? t("views.lost.filter") : t("views.lost.value", { filter: label });
    }),
    ...(lost.hasOrder ? [t("views.lost.order")] : []),
    ...(lost.columns > 0 ? [t("views.lost.columns", { count: lost.columns })] : []),
  ]);
  return <Note>{t("views.lost.text", { parts: formats.list([...parts]) })}</Note>;
}

function Note({ children }: { children: string }) {
  return (
    <p className={classes.note}>
      <IconInfoCircle size={17} stroke={1.7} aria-hidden /> <span>{children}</span>
    </p>
  );
}
