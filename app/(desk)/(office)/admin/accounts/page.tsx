import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listAccounts } from "#lib/accounts/queries/list-accounts.ts";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { AccountActs } from "./_parts/account-acts.tsx";
import { AccountStatus } from "./_parts/account-status.tsx";
import { WaitingLinks } from "./_parts/waiting-links.tsx";
import { WaitingRoles } from "./_parts/waiting-roles.tsx";

export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string; without?: string }>;
}) {
  const { after, without } = await searchParams;
  const idle = without === "role";
  const [t, roles, format, found] = await Promise.all([
    translator("accounts"),
    translator("access"),
    formats(),
    asked(listAccounts, { page: after ? { after } : {}, ...(idle ? { withoutRole: true } : {}) }),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={
          idle ? (
            <>
              {t("withoutRole")}{" "}
              <Link href="/admin/accounts" prefetch={false}>
                {t("showAll")}
              </Link>
            </>
          ) : (
            t("lead")
          )
        }
        actions={
          <LinkButton href="/admin/accounts/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t("new")}
          </LinkButton>
        }
      />
      <WaitingRoles />
      <WaitingLinks />
      <TableScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" aria-label={t("title")}>
          <TableThead>
            <TableTr>
              {["person", "name", "status", "roles", "acts"].map((key) => (
                <TableTh key={key} scope="col">
                  {t(`columns.${key}`)}
                </TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
            {found.rows.map((row) => (
              <TableTr key={row.id}>
                <TableTd>
                  <Link href={`/admin/grants?person=${row.humanId}`} prefetch={false}>
                    <bdi>{row.displayName}</bdi>
                  </Link>
                </TableTd>
                <TableTd>
                  <Code code={row.name} />
                </TableTd>
                <TableTd>
                  <AccountStatus row={row} />
                </TableTd>
                <TableTd>
                  {row.roles.length === 0
                    ? t("noRole")
                    : format.list(row.roles.map((role) => roles(`role.${role}`)))}
                </TableTd>
                <TableTd>
                  {row.isOwn ? (
                    t("own")
                  ) : row.status === "active" ? (
                    <AccountActs account={row} />
                  ) : (
                    <LinkButton href={`/admin/accounts/${row.id}/leave`} variant="subtle" size="xs">
                      {t("leaving.stillOpen")}
                    </LinkButton>
                  )}
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      {found.next === null ? null : (
        <Link href={`/admin/accounts?after=${found.next}${idle ? "&without=role" : ""}`} prefetch={false}>
          {t("more")}
        </Link>
      )}
    </>
  );
}
