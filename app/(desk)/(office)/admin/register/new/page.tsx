import { notFound } from "next/navigation";
import { newCaseSections } from "#components/cases/case-sections.ts";
import { RecordForm } from "#components/form/record-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";

export default async function OpenCasePage() {
  const [t, me] = await Promise.all([translator("cases"), asked(readOwnAccount, {})]);
  if (!me.roles.includes("administrator")) notFound();
  const list = "/admin/register";
  return (
    <>
      <PageHeader
        title={t("register.open")}
        lead={t("register.openLead")}
        breadcrumb={[{ label: t("register.title"), href: list }, { label: t("register.open") }]}
      />
      <RecordForm
        command="case.open"
        namespace="cases"
        sections={newCaseSections}
        next={`${list}/{id}`}
        cancelHref={list}
        saveLabel={t("register.open")}
      />
    </>
  );
}
