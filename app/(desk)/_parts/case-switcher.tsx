"use client";

import { Menu } from "@mantine/core";
import { IconChevronDown, IconFolder } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./desk.module.css";

/** The case in which the person works, and the way to the others. */
export function CaseSwitcher({
  cases,
  current,
}: {
  cases: readonly { readonly id: string; readonly title: string }[];
  current: string | null;
}) {
  const t = useTranslator("desk");
  const title = cases.find(({ id }) => id === current)?.title ?? t("nav.cases");
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <button type="button" className={classes.switcher} aria-label={t("switcher.label", { title })}>
          <IconFolder size={18} stroke={1.6} aria-hidden />
          <bdi className={classes.switcherTitle}>{title}</bdi>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {cases.map((one) => (
          <Menu.Item
            key={one.id}
            component={Link}
            href={`/cases/${one.id}`}
            prefetch={false}
            aria-current={one.id === current}
          >
            <bdi>{one.title}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} href="/cases" prefetch={false}>
          {t("switcher.all")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
