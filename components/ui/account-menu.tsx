"use client";

import { Menu } from "@mantine/core";
import { IconChevronDown, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { SchemeChoice } from "./scheme-choice.tsx";
import classes from "./shell.module.css";

export interface AccountMenuProps {
  /** The name or code of the signed-in person. */
  readonly name: string;
  /** Her role in words, shown under the name. */
  readonly detail?: string;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** A form that signs out; shown last. */
  readonly signOut?: ReactNode;
}

/** Who is signed in, her own pages, and the way out. */
export function AccountMenu({ name, detail, links, signOut }: AccountMenuProps) {
  const t = useTranslator("ui");
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.quietButton} aria-label={t("shell.account", { name })}>
          <IconUserCircle size={20} stroke={1.6} aria-hidden />
          <bdi className={classes.accountName}>{name}</bdi>
          <IconChevronDown size={14} stroke={1.8} aria-hidden className={classes.sideIcon} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{name}</bdi>
          {detail === undefined ? null : <div>{detail}</div>}
        </Menu.Label>
        {links.map(({ href, label }) => (
          <Menu.Item key={href} component={Link} href={href} prefetch={false}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <SchemeChoice />
        {signOut === undefined ? null : (
          <>
            <Menu.Divider />
            {signOut}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
