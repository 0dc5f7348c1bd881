import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { compareAccounts } from "#lib/contradictions/queries/compare-accounts.ts";
import { translator } from "#lib/i18n/server.ts";
import { Account } from "./_parts/account.tsx";
import classes from "./_parts/accounts.module.css";

/** What one person said on several occasions, side by side. */
export default async function AccountsPage({
  params,
}: {
  params: Promise<{ caseId: string; witnessId: string }>;
}) {
  const { caseId, witnessId } = await params;
  const [t, witnesses, found] = await Promise.all([
    translator("contradictions"),
    translator("witnesses"),
    asked(compareAccounts, { witnessId }),
  ]);
  const { accounts, code, isMore } = found;
  const list = `/cases/${caseId}/witnesses`;
  return (
    <>
      <PageHeader
        title={t("accounts.title", { code })}
        lead={t("accounts.lead")}
        breadcrumb={[
          { label: witnesses("title"), href: list },
          { label: code, href: `${list}/${witnessId}` },
          { label: t("accounts.open") },
        ]}
      />
      {accounts.length === 0 ? <p>{t("accounts.none")}</p> : null}
      {accounts.length === 1 ? <p>{t("accounts.one")}</p> : null}
      {isMore ? <p>{t("accounts.more")}</p> : null}
      <div className={classes.columns}>
        {accounts.map((account) => (
          <Account key={account.id} caseId={caseId} account={account} />
        ))}
      </div>
    </>
  );
}
