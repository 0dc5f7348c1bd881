import {
  Group,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from "@mantine/core";
import type { ReactNode } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { listRoleProposals } from "#lib/accounts/queries/list-role-proposals.ts";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";

type Row = Awaited<ReturnType<typeof listRoleProposals.run>>[number];

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** Roles in the organisation that one administrator proposed and another has to approve; nothing where there are none. */
export async function WaitingRoles() {
  const [t, roles, format, rows] = await Promise.all([
    translator("accounts"),
    translator("access"),
    formats(),
    asked(listRoleProposals, {}),
  ]);
  if (rows.length === 0) return null;
  return (
    <Section id="roles" title={t("proposals.title")} lead={t("proposals.lead")}>
      <TableScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" aria-label={t("proposals.title")}>
          <TableThead>
            <TableTr>
              {["person", "role", "why", "until", "acts"].map((key) => (
                <TableTh key={key} scope="col">
                  {t(`proposals.${key}`)}
                </TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
            {rows.map((row) => (
              <TableTr key={row.id}>
                <TableTd>
                  <bdi>{row.displayName}</bdi> <Code code={row.name} />
                </TableTd>
                <TableTd>{roles(`role.${row.role}`)}</TableTd>
                <TableTd>
                  <span dir="auto">{row.reason}</span>
                  <Text size="sm" c="dimmed">
                    {t.rich("proposals.by", { name: row.proposedByName, bdi: isolated })}
                  </Text>
                </TableTd>
                <TableTd>{format.instant(row.expiresAt)}</TableTd>
                <TableTd>
                  <RoleActs row={row} />
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </Section>
  );
}

async function RoleActs({ row }: { row: Row }) {
  const [t, roles] = await Promise.all([translator("accounts"), translator("access")]);
  const input = { proposalId: row.id, version: row.version };
  const named = { name: row.displayName, role: roles(`role.${row.role}`) };
  return (
    <Group gap="xs" wrap="wrap">
      {row.isOwn ? (
        <span>{t("proposals.waits")}</span>
      ) : (
        <CommandButton
          label={t("proposals.approve")}
          command="role.approve"
          input={input}
          confirm={t("proposals.approveText", named)}
          doneText={t("proposals.approved")}
          size="xs"
        />
      )}
      <CommandButton
        label={t("proposals.withdraw")}
        command="role.withdraw"
        input={input}
        confirm={t("proposals.withdrawText")}
        doneText={t("proposals.withdrawn")}
        tone="danger"
        weight="quiet"
        size="xs"
      />
    </Group>
  );
}
