"use client";

import { Menu } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { sendPendingDrafts } from "#components/form/pending-drafts.ts";
import { sendJson } from "#components/form/post-json.ts";
import { signOut } from "#components/form/session-requests.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Sends what is typed and not saved, ends the session on the server, then removes the cookie. */
export function SignOutItem() {
  const t = useTranslator("desk");

  async function leave(): Promise<void> {
    if (!(await sendPendingDrafts()) && !window.confirm(t("signOutUnsaved"))) return;
    // A session that is over already needs no end, and nobody is asked for a password to leave.
    await sendJson("/api/v1/session.end", { input: { everywhere: false }, requestId: crypto.randomUUID() });
    await signOut();
  }

  return (
    <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
      {t("nav.signOut")}
    </Menu.Item>
  );
}
