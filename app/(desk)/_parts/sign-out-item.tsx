"use client";

import { Menu } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { signOut } from "next-auth/react";
import { useCommand } from "#components/form/use-command.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Ends the session on the server first, then removes the cookie. */
export function SignOutItem() {
  const t = useTranslator("desk");
  const { send } = useCommand("session.end");
  return (
    <Menu.Item
      leftSection={<IconLogout size={16} aria-hidden />}
      onClick={() => void send({ everywhere: false }).then(() => signOut({ callbackUrl: "/sign-in" }))}
    >
      {t("nav.signOut")}
    </Menu.Item>
  );
}
