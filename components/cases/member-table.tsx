import {
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
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";

export interface MemberRow {
  readonly id: string;
  readonly version: number;
  readonly role: string;
  readonly admittedAt: number;
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  readonly hasExpired: boolean;
  readonly accountName: string;
  readonly displayName: string;
  readonly admittedByName: string | null;
  readonly admissionReason: string | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** Who belongs to a case and who did; with `mayEnd`, a button beside each live role. */
export async function MemberTable({ rows, mayEnd }: { rows: readonly MemberRow[]; mayEnd: boolean }) {
  const [t, roles, format] = await Promise.all([translator("cases"), translator("access"), formats()]);
  return (
    <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t("members.title")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("members.name")}</TableTh>
            <TableTh scope="col">{t("members.role")}</TableTh>
            <TableTh scope="col">{t("members.state")}</TableTh>
            <TableTh scope="col">{t("members.since")}</TableTh>
            <TableTh scope="col">{t("members.until")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => {
            const state = row.endedAt !== null ? "ended" : row.hasExpired ? "expired" : "active";
            const until = row.endedAt ?? row.expiresAt;
            return (
              <TableTr key={row.id}>
                <TableTd>
                  <bdi>{row.displayName}</bdi> <Code code={row.accountName} />
                </TableTd>
                <TableTd>{roles(`role.${row.role}`)}</TableTd>
                <TableTd>
                  <StatusPill label={t(`members.${state}`)} tone={state === "active" ? "good" : "quiet"} />
                </TableTd>
                <TableTd>
                  {format.instantDay(row.admittedAt)}
                  {row.admittedByName === null ? null : (
                    <Text size="sm" c="dimmed">
                      {t.rich("members.by", { name: row.admittedByName, bdi: isolated })}
                    </Text>
                  )}
                  {row.admissionReason === null ? null : (
                    <Text size="sm" dir="auto">
                      {row.admissionReason}
                    </Text>
                  )}
                </TableTd>
                <TableTd>
                  {until === null ? t("members.noExpiry") : format.instant(until)}{" "}
                  {mayEnd && row.endedAt === null ? (
                    <CommandButton
                      label={t("members.end")}
                      command="member.end"
                      input={{ memberId: row.id, version: row.version }}
                      reason={{
                        title: t("members.endTitle"),
                        explanation: t("members.endText"),
                        confirmLabel: t("members.end"),
                      }}
                      weight="quiet"
                      tone="danger"
                      size="xs"
                    />
                  ) : null}
                  {row.endedByName === null ? null : (
                    <Text size="sm" c="dimmed">
                      {t.rich("members.endedBy", { name: row.endedByName, bdi: isolated })}
                    </Text>
                  )}
                  {row.endReason === null ? null : (
                    <Text size="sm" dir="auto">
                      {row.endReason}
                    </Text>
                  )}
                </TableTd>
              </TableTr>
            );
          })}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
