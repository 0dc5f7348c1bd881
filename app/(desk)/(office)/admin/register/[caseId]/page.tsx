import Link from "next/link";
import { AdmitForm } from "#components/cases/admit-form.tsx";
import { MemberTable } from "#components/cases/member-table.tsx";
import { peopleOf } from "#components/cases/people-of.ts";
import { Clearances } from "#components/compartments/clearances.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { caseRoles } from "#lib/access/permissions.ts";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { asked, maybeAsked } from "#lib/api/asked.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { listClearances } from "#lib/compartments/queries/list-clearances.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

const ACCOUNTS_OFFERED = 100;

export default async function CaseMembersPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, roles, locale, found, clearances, accounts] = await Promise.all([
    translator("cases"),
    translator("access"),
    requestLocale(),
    asked(listMembers, { caseId }),
    asked(listClearances, { caseId }),
    maybeAsked(listAccounts, { page: { size: ACCOUNTS_OFFERED } }),
  ]);
  const { code, kind, title, titleAr } = found.case;
  const offered = (accounts?.rows ?? []).filter((row) => row.status === "active" && row.roles.length === 0);
  return (
    <>
      <PageHeader
        title={locale === "ar" && titleAr ? titleAr : title}
        code={code}
        pills={
          <StatusPill
            focusable
            label={t(`kind.${kind}`)}
            meaning={t(`kindMeaning.${kind}`)}
            tone={kind === "training" ? "accent" : "neutral"}
          />
        }
        breadcrumb={[{ label: t("register.title"), href: "/admin/register" }, { label: code }]}
        lead={t("members.lead")}
      />
      {found.may.admit ? (
        <Section id="admit" title={t("members.admit")} lead={t("members.reason")}>
          <AdmitForm
            caseId={caseId}
            accounts={offered.map((row) => ({ value: row.id, label: `${row.displayName} (${row.name})` }))}
            roles={caseRoles.map((role) => ({ value: role, label: roles(`role.${role}`) }))}
          />
        </Section>
      ) : null}
      <Section id="members" title={t("members.title")}>
        {found.rows.length === 0 ? (
          <p>{t("members.empty")}</p>
        ) : (
          <MemberTable rows={found.rows} mayEnd={found.may.admit} />
        )}
        <p>
          <Link href={`/admin/grants?case=${caseId}`} prefetch={false}>
            {t("members.history")}
          </Link>
        </p>
      </Section>
      <Clearances
        caseId={caseId}
        rows={clearances.rows}
        compartments={clearances.compartments}
        mayPropose={clearances.may.propose}
        people={peopleOf(found.rows)}
      />
    </>
  );
}
