import { Group } from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { translator } from "#lib/i18n/server.ts";

const ROLES = ["administrator", "auditor"] as const;

/** What an administrator may do with another's live account. */
export async function AccountActs({
  account,
}: {
  account: { id: string; humanId: string; version: number; roles: readonly string[]; isInvited: boolean };
}) {
  const t = await translator("accounts");
  return (
    <Group gap="xs" wrap="wrap">
      {ROLES.map((role) =>
        account.roles.includes(role) ? (
          <CommandButton
            key={role}
            label={t(`endRole.${role}`)}
            command="account.endRole"
            input={{ accountId: account.id, role }}
            reason={{
              title: t(`endRole.${role}`),
              explanation: t("endRole.text"),
              confirmLabel: t(`endRole.${role}`),
            }}
            tone="danger"
            weight="quiet"
            size="xs"
          />
        ) : (
          <CommandButton
            key={role}
            label={t(`grant.${role}`)}
            command="role.propose"
            input={{ accountId: account.id, role }}
            reason={{
              title: t(`grant.${role}`),
              explanation: t("grant.text"),
              confirmLabel: t(`grant.${role}`),
            }}
            doneText={t("grant.proposed")}
            size="xs"
          />
        ),
      )}
      {account.isInvited ? (
        <CommandButton
          label={t("inviteAgain")}
          command="account.inviteAgain"
          input={{ accountId: account.id }}
          size="xs"
        />
      ) : (
        <CommandButton
          label={t("recovery.action")}
          command="recovery.propose"
          input={{ accountId: account.id }}
          reason={{
            title: t("recovery.title"),
            explanation: t("recovery.text"),
            confirmLabel: t("recovery.action"),
          }}
          weight="quiet"
          size="xs"
        />
      )}
      <LinkButton href={`/admin/accounts/new?human=${account.humanId}`} variant="subtle" size="xs">
        {t("another")}
      </LinkButton>
      <LinkButton href={`/admin/accounts/${account.id}/leave`} variant="subtle" size="xs">
        {t("leaving.action")}
      </LinkButton>
      <CommandButton
        label={t("disable.action")}
        command="account.disable"
        input={{ accountId: account.id, version: account.version }}
        reason={{
          title: t("disable.title"),
          explanation: t("disable.text"),
          confirmLabel: t("disable.action"),
        }}
        tone="danger"
        weight="quiet"
        size="xs"
      />
    </Group>
  );
}
