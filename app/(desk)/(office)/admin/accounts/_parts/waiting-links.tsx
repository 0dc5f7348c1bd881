import {
  Group,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listInvitations } from "#lib/accounts/queries/list-invitations.ts";
import { ShowLinkButton } from "./show-link-button.tsx";

type Row = Awaited<ReturnType<typeof listInvitations.run>>[number];

/** Invitations nobody used yet, and people who are to be let in again; nothing where there are none. */
export async function WaitingLinks() {
  const [t, format, rows] = await Promise.all([
    translator("accounts"),
    formats(),
    asked(listInvitations, {}),
  ]);
  if (rows.length === 0) return null;
  return (
    <Section id="links" title={t("links.title")} lead={t("links.lead")}>
      <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" aria-label={t("links.title")}>
          <TableThead>
            <TableTr>
              {["person", "kind", "until", "acts"].map((key) => (
                <TableTh key={key} scope="col">
                  {t(`links.${key}`)}
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
                <TableTd>{t(`links.kinds.${row.kind}`)}</TableTd>
                <TableTd>{format.instant(row.expiresAt)}</TableTd>
                <TableTd>
                  <LinkActs row={row} />
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </Section>
  );
}

async function LinkActs({ row }: { row: Row }) {
  const t = await translator("accounts");
  const input = { invitationId: row.id };
  return (
    <Group gap="xs" wrap="wrap">
      {row.isApproved ? (
        <ShowLinkButton invitationId={row.id} person={row.displayName} />
      ) : row.isOwn ? (
        <span>{t("links.waits")}</span>
      ) : (
        <CommandButton
          label={t("links.approve")}
          command="recovery.approve"
          input={input}
          confirm={t("links.approveText")}
          doneText={t("links.approved")}
          size="xs"
        />
      )}
      <CommandButton
        label={t("links.withdraw")}
        command="invitation.withdraw"
        input={input}
        confirm={t("links.withdrawText")}
        doneText={t("links.withdrawn")}
        tone="danger"
        weight="quiet"
        size="xs"
      />
    </Group>
  );
}
