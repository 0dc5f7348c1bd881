import { notFound } from "next/navigation";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { AccountForm } from "../_parts/account-form.tsx";

export default async function NewAccountPage({
  searchParams,
}: {
  searchParams: Promise<{ human?: string }>;
}) {
  const { human } = await searchParams;
  // Those who may see accounts are those who may make them; to others the page does not exist.
  const [t, found] = await Promise.all([
    translator("accounts"),
    asked(listAccounts, { humanId: human, page: { size: 1 } }),
  ]);
  const [owner] = human === undefined ? [] : found.rows;
  if (human !== undefined && !owner) notFound();
  const list = "/admin/accounts";
  return (
    <>
      <PageHeader
        title={t("new")}
        lead={owner ? t("anotherLead", { name: owner.displayName }) : t("newLead")}
        breadcrumb={[{ label: t("title"), href: list }, { label: t("new") }]}
      />
      <AccountForm back={list} human={owner?.humanId ?? null} />
    </>
  );
}
