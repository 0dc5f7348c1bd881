import { Alert } from "@mantine/core";
import { IconCircleCheck, IconHandStop } from "@tabler/icons-react";
import { translator } from "#lib/i18n/server.ts";
import type { Ledger } from "./ledger.ts";

/** Whether we ourselves may use what the person told, or by which rules not; what counts where they have no ledger. */
export async function OwnUse({ ledger: { ownUse: rules, hasLedger } }: { ledger: Ledger }) {
  const [t, exports] = await Promise.all([translator("consent"), translator("exports")]);
  if (rules === null) return <p>{t(hasLedger ? "ownUse.notPut" : "none")}</p>;
  if (rules.length === 0)
    return (
      <Alert variant="light" color="green" icon={<IconCircleCheck size={18} aria-hidden />} mb="md">
        {t("ownUse.ok")}
      </Alert>
    );
  return (
    <Alert
      variant="light"
      color="red"
      icon={<IconHandStop size={18} aria-hidden />}
      mb="md"
      title={t("ownUse.no")}
    >
      <ul>
        {rules.map((rule) => (
          <li key={rule}>
            {exports(`rule.${rule}`)} {exports(`remedy.${rule}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
