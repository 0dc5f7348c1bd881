"use client";

import { MantineThemeProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Where `announce` speaks: at the lower edge, for a few seconds. */
export function Notices() {
  const t = useTranslator("common");
  // By the theme: what is said is handed over from outside the tree, where nobody knows the language.
  const named = { Notification: { defaultProps: { closeButtonProps: { "aria-label": t("close") } } } };
  return (
    <MantineThemeProvider inherit theme={{ components: named }}>
      <Notifications position="bottom-center" autoClose={6000} />
    </MantineThemeProvider>
  );
}

export function showNotice(message: string, color: "green" | "red"): void {
  notifications.show({ message, color });
}
