import { IconBooks, IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { RecordTable } from "#components/table/record-table.tsx";
import { parseTableUrl, type TableUrlSpec, type UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { asked } from "#lib/api/asked.ts";
import { listRegister } from "#lib/cases/queries/list-register.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { keptList } from "../../../_parts/kept-list.ts";

const registerUrl: TableUrlSpec = { sorts: [], defaultSort: { key: "title", dir: "asc" } };

export default async function RegisterPage({
  searchParams,
}: {
  searchParams: Promise<UrlParams & { without?: unknown }>;
}) {
  const params = await searchParams;
  const { size, after, before } = parseTableUrl(params, registerUrl);
  const unstaffed = params.without === "members";
  const [t, format, locale, me, found] = await Promise.all([
    translator("cases"),
    formats(),
    requestLocale(),
    asked(readOwnAccount, {}),
    asked(listRegister, {
      page: { size, ...(after ? { after } : {}), ...(before ? { before } : {}) },
      ...(unstaffed ? { withoutMembers: true } : {}),
    }),
  ]);
  const opens = me.roles.includes("administrator");
  return (
    <>
      <PageHeader
        title={t("register.title")}
        lead={
          unstaffed ? (
            <>
              {t("register.withoutMembers")}{" "}
              <Link href="/admin/register" prefetch={false}>
                {t("register.showAll")}
              </Link>
            </>
          ) : (
            t("register.lead")
          )
        }
        actions={
          opens ? (
            <LinkButton href="/admin/register/new" leftSection={<IconPlus size={16} aria-hidden />}>
              {t("register.open")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordTable
        {...await keptList("register")}
        caption={t("register.title")}
        urlSpec={registerUrl}
        columns={[
          { key: "title", header: t("columns.title") },
          { key: "code", header: t("columns.code"), kind: "code" },
          { key: "kind", header: t("columns.kind"), kind: "pill" },
          { key: "opened", header: t("register.opened"), kind: "date" },
        ]}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `/admin/register/${row.id}`,
          cells: {
            title: <bdi>{locale === "ar" && row.titleAr ? row.titleAr : row.title}</bdi>,
            code: <Code code={row.code} />,
            kind: (
              <StatusPill
                label={t(`kind.${row.kind}`)}
                meaning={t(`kindMeaning.${row.kind}`)}
                tone={row.kind === "training" ? "accent" : "neutral"}
              />
            ),
            opened: format.instantDay(row.createdAt),
          },
        }))}
        page={found}
        total={found.total}
        empty={<EmptyState title={t("register.empty")} icon={<IconBooks size={32} stroke={1.4} />} />}
      />
    </>
  );
}
