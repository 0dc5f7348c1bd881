import { CommandButton } from "#components/form/command-button.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { Ledger } from "./ledger.ts";

/** Takes consent back, for one question or for all: without a reason. @param cell its key; null for all */
export async function WithdrawButton({ ledger, cell }: { ledger: Ledger; cell: string | null }) {
  const t = await translator("consent");
  const input = { witnessId: ledger.witness.id, seen: ledger.seen };
  return cell === null ? (
    <CommandButton
      label={t("withdraw.all")}
      command="consent.withdraw"
      input={{ ...input, cells: null }}
      confirm={t("withdraw.confirm")}
      tone="danger"
      weight="quiet"
      doneText={t("withdraw.done")}
    />
  ) : (
    <CommandButton
      label={t("withdraw.one")}
      name={t("withdraw.oneName", { question: t(`fields.${cell}.label`) })}
      command="consent.withdraw"
      input={{ ...input, cells: [cell] }}
      confirm={t("withdraw.confirmOne")}
      tone="danger"
      weight="quiet"
      size="xs"
      doneText={t("withdraw.done")}
    />
  );
}
