import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { readLeaving } from "#lib/leaving/queries/read-leaving.ts";
import { LeaveForm } from "./_parts/leave-form.tsx";

const COUNTS = ["assignments", "testimonies", "findings", "reviews", "views"] as const;

export default async function LeavePage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const [t, roles, format, locale, found] = await Promise.all([
    translator("accounts"),
    translator("access"),
    formats(),
    requestLocale(),
    asked(readLeaving, { accountId }),
  ]);
  const { account, ends } = found;
  const isOver = account.status !== "active" && found.cases.length === 0;
  const title = t("leaving.title", { name: account.displayName });
  const listed = (names: readonly string[]) =>
    names.length === 0 ? t("leaving.none") : format.list([...names]);
  const titleOf = (one: (typeof found.cases)[number]) =>
    locale === "ar" && one.titleAr ? one.titleAr : one.title;
  return (
    <>
      <PageHeader
        title={title}
        lead={t("leaving.lead")}
        breadcrumb={[{ label: t("title"), href: "/admin/accounts" }, { label: title }]}
      />
      <Section id="ends" title={account.displayName}>
        <Facts
          items={[
            { label: t("leaving.accounts"), value: <bdi>{listed(found.accounts)}</bdi> },
            { label: t("leaving.roles"), value: listed(ends.roles.map((role) => roles(`role.${role}`))) },
            { label: t("leaving.sessions"), value: format.number(ends.sessions) },
            { label: t("leaving.links"), value: format.number(ends.links) },
            { label: t("leaving.factors"), value: format.number(ends.factors) },
          ]}
        />
        {found.cases.length === 0 ? <p>{t("leaving.noCases")}</p> : <p>{t("leaving.after")}</p>}
      </Section>
      {found.cases.map((one) => (
        <Section key={one.id} id={one.id} title={titleOf(one)} lead={<Code code={one.code} />}>
          <Facts
            items={[
              {
                label: t("leaving.rolesHere"),
                value: listed(one.roles.map((role) => roles(`role.${role}`))),
              },
              ...COUNTS.map((key) => ({
                label: t(`leaving.counts.${key}`),
                value: format.number(one.counts[key]),
              })),
            ]}
          />
        </Section>
      ))}
      {found.isOwn || isOver ? (
        <p>{t(found.isOwn ? "leaving.own" : "leaving.disabled")}</p>
      ) : (
        <Section id="hand-over" title={t("leaving.submit")}>
          <LeaveForm
            account={account}
            cases={found.cases
              .filter(({ needsSuccessor }) => needsSuccessor)
              .map((one) => ({
                id: one.id,
                label: `${titleOf(one)} (${one.code})`,
                successors: one.successors.map(({ accountId: value, name, displayName }) => ({
                  value,
                  label: `${displayName} (${name})`,
                })),
              }))}
          />
        </Section>
      )}
    </>
  );
}
