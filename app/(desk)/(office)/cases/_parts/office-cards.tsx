import { NumberCard } from "#components/ui/number-card.tsx";
import { asked } from "#lib/api/asked.ts";
import { summariseLog } from "#lib/audit/queries/summarise-log.ts";
import { readOffice } from "#lib/cases/queries/read-office.ts";
import { formats, translator } from "#lib/i18n/server.ts";

/** The work of those who run and audit the house. @param roles theirs in the organisation */
export function OfficeCards({ roles }: { roles: readonly string[] }) {
  return (
    <>
      {roles.includes("administrator") ? <AdministrationCard /> : null}
      {roles.includes("auditor") ? <LogCard /> : null}
    </>
  );
}

/** What an administrator has to see to, and the two lists of their work. */
async function AdministrationCard() {
  const [t, nav, format, office] = await Promise.all([
    translator("cases"),
    translator("desk"),
    formats(),
    asked(readOffice, {}),
  ]);
  const { accountsWithoutRole, casesWithoutMembers, keysWaiting, rolesWaiting } = office;
  const gap = (key: string, count: number, href: string) =>
    count === 0 ? [] : [{ key, label: t(`desk.${key}`), value: format.number(count), href }];
  return (
    <NumberCard
      title={t("desk.administration")}
      href="/admin/accounts"
      lines={[
        ...gap("rolesWaiting", rolesWaiting, "/admin/accounts#roles"),
        ...gap("keysWaiting", keysWaiting, "/admin/keys#changes"),
        ...gap("accountsWithoutRole", accountsWithoutRole, "/admin/accounts?without=role"),
        ...gap("casesWithoutMembers", casesWithoutMembers, "/admin/register?without=members"),
        { key: "accounts", label: nav("nav.accounts"), href: "/admin/accounts" },
        { key: "register", label: nav("nav.register"), href: "/admin/register" },
      ]}
    />
  );
}

/** What an auditor looks at first: what was refused, and how old the newest check of the log is. */
async function LogCard() {
  const [t, nav, words, format, { week, lastVerification: last }] = await Promise.all([
    translator("cases"),
    translator("desk"),
    translator("audit"),
    formats(),
    asked(summariseLog, {}),
  ]);
  const refused = week.reduce((sum, row) => (row.decision === "deny" ? sum + row.count : sum), 0);
  const checked = last === null ? words("summary.never") : format.instant(last.at);
  const refusals = {
    key: "refused",
    label: t("desk.refused"),
    value: format.number(refused),
    href: "/admin/audit#summary",
  };
  return (
    <NumberCard
      title={nav("nav.audit")}
      href="/admin/audit"
      lines={[
        ...(refused === 0 ? [] : [refusals]),
        { key: "checked", label: t("desk.checked"), value: checked, href: "/admin/audit#verify" },
      ]}
    />
  );
}
