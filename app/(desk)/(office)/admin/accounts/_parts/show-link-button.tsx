"use client";

import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { InvitationLink } from "./invitation-link.tsx";

/** Shows a link when it is asked for, since somebody may look on. */
export function ShowLinkButton({ invitationId, person }: { invitationId: string; person: string }) {
  const t = useTranslator("accounts");
  const common = useTranslator("common");
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t("links.showOf", { name: person })}
        onClick={() => setOpened(true)}
      >
        {t("links.show")}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("links.link")}
        closeButtonProps={{ "aria-label": common("close") }}
        size="lg"
      >
        {opened ? <InvitationLink invitationId={invitationId} /> : null}
      </Modal>
    </>
  );
}
