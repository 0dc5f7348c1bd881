import { StatusPill } from "#components/ui/status-pill.tsx";
import { translator } from "#lib/i18n/server.ts";

/** Whether an account can sign in. */
export async function AccountStatus({ row }: { row: { status: "active" | "disabled"; isInvited: boolean } }) {
  const t = await translator("accounts");
  const status = row.status === "active" && row.isInvited ? "invited" : row.status;
  return (
    <StatusPill
      label={t(`status.${status}.label`)}
      meaning={t(`status.${status}.meaning`)}
      tone={status === "active" ? "good" : "quiet"}
    />
  );
}
