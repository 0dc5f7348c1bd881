import { IconFolder } from "@tabler/icons-react";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { asked } from "#lib/api/asked.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { GuideCard } from "../../_parts/guide/guide-card.tsx";
import { Now } from "./_parts/now.tsx";
import classes from "./_parts/cases.module.css";

/** Where everybody begins: what waits for them, above the cases that they belong to. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams;
  const [t, roles, locale, me] = await Promise.all([
    translator("cases"),
    translator("access"),
    requestLocale(),
    asked(readOwnAccount, {}),
  ]);
  const { rows, next } = await asked(listCases, { page: after ? { after } : {} });
  const belongs = rows.length > 0;
  const runsTheHouse = me.roles.length > 0;
  const roleIn = (caseId: string) =>
    me.memberships.filter((one) => one.caseId === caseId).map((one) => roles(`role.${one.role}`));
  return (
    <>
      <PageHeader title={t("desk.title")} />
      {after === undefined && (belongs || runsTheHouse) ? <Now roles={me.roles} /> : null}
      {after === undefined ? <GuideCard /> : null}
      {belongs ? (
        <Section id="cases" title={t("title")} lead={t("lead")} bare>
          <ul className={classes.cases}>
            {rows.map((row) => (
              <li key={row.id} className={classes.case}>
                <div className={classes.head}>
                  <h3>
                    <Link href={`/cases/${row.id}`} prefetch={false}>
                      <bdi>{locale === "ar" && row.titleAr ? row.titleAr : row.title}</bdi>
                    </Link>
                  </h3>
                  <StatusPill
                    label={t(`kind.${row.kind}`)}
                    meaning={t(`kindMeaning.${row.kind}`)}
                    tone={row.kind === "training" ? "accent" : "neutral"}
                  />
                </div>
                <p dir="auto">{row.summary}</p>
                <p className={classes.foot}>
                  <Code code={row.code} />
                  <span>
                    {t("columns.role")}: {roleIn(row.id).join(" · ")}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {belongs || runsTheHouse ? null : (
        <EmptyState title={t("empty.title")} icon={<IconFolder size={32} stroke={1.4} />}>
          {t("empty.text")}
        </EmptyState>
      )}
      {next === null ? null : (
        <Link href={`/cases?after=${next}`} prefetch={false}>
          {t("more")}
        </Link>
      )}
    </>
  );
}
