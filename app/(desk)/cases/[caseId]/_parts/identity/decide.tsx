import { Group } from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { translator } from "#lib/i18n/server.ts";

interface Props {
  id: string;
  version: number;
  /** Somebody else asked for it. */
  mayApprove: boolean;
}

/** The second person's yes or no to one opening of an identity; whoever asked may take it back. */
export async function DecideOnReveal({ id, version, mayApprove }: Props) {
  const t = await translator("vault");
  return (
    <Group gap="xs" mt="xs">
      {mayApprove ? (
        <CommandButton
          label={t("approve.action")}
          command="identity.approveReveal"
          input={{ revealId: id, version }}
          confirm={t("approve.confirm")}
          weight="primary"
          size="xs"
          doneText={t("approve.done")}
        />
      ) : null}
      <CommandButton
        label={t(mayApprove ? "refuse.action" : "refuse.own")}
        command="identity.refuseReveal"
        input={{ revealId: id, version }}
        reason={{ title: t("refuse.title"), confirmLabel: t(mayApprove ? "refuse.action" : "refuse.own") }}
        size="xs"
        doneText={t("refuse.done")}
      />
    </Group>
  );
}

/** The same of its destruction. */
export async function DecideOnShred({ id, version, mayApprove }: Props) {
  const t = await translator("vault");
  return (
    <Group gap="xs" mt="xs">
      {mayApprove ? (
        <CommandButton
          label={t("shred.approve")}
          command="identity.shred"
          input={{ shredId: id, version }}
          confirm={t("shred.confirm")}
          tone="danger"
          weight="primary"
          size="xs"
          doneText={t("shred.done")}
        />
      ) : null}
      <CommandButton
        label={t(mayApprove ? "refuse.action" : "refuse.own")}
        command="identity.refuseShred"
        input={{ shredId: id, version }}
        reason={{ title: t("refuse.title"), confirmLabel: t(mayApprove ? "refuse.action" : "refuse.own") }}
        size="xs"
        doneText={t("refuse.done")}
      />
    </Group>
  );
}
