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
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { CompartmentName } from "#lib/compartments/vocabulary.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { compartmentName } from "./compartment-names.ts";

export interface ClearanceRow {
  readonly id: string;
  readonly version: number;
  readonly bit: number;
  readonly reason: string;
  readonly proposedAt: number;
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  readonly displayName: string;
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
  readonly isOver: boolean;
  readonly waits: boolean;
  readonly may: { readonly approve: boolean; readonly end: boolean };
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** Who is, was or may become cleared for the compartments of a case. */
export async function ClearanceTable({
  rows,
  compartments,
}: {
  rows: readonly ClearanceRow[];
  compartments: readonly CompartmentName[];
}) {
  const [t, format, locale] = await Promise.all([translator("compartments"), formats(), requestLocale()]);
  if (rows.length === 0) return <p>{t("clearances.empty")}</p>;
  return (
    <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t("clearances.title")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("clearances.person")}</TableTh>
            <TableTh scope="col">{t("clearances.compartment")}</TableTh>
            <TableTh scope="col">{t("clearances.state")}</TableTh>
            <TableTh scope="col">{t("clearances.since")}</TableTh>
            <TableTh scope="col">{t("clearances.until")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => {
            const state = row.isOver ? "over" : row.waits ? "waits" : "live";
            const until = row.endedAt ?? row.expiresAt;
            const named = compartments.find(({ bit }) => bit === row.bit);
            return (
              <TableTr key={row.id}>
                <TableTd>
                  <bdi>{row.displayName}</bdi>
                </TableTd>
                <TableTd>
                  <bdi>{named ? compartmentName(t, locale, named) : row.bit}</bdi>
                </TableTd>
                <TableTd>
                  <StatusPill
                    label={t(`clearances.${state}`)}
                    tone={state === "live" ? "good" : state === "waits" ? "caution" : "quiet"}
                  />
                </TableTd>
                <TableTd>
                  {format.instantDay(row.proposedAt)}
                  <Text size="sm" c="dimmed">
                    {t.rich("clearances.askedBy", { name: row.proposedByName ?? "", bdi: isolated })}
                    {row.approvedByName === null ? null : (
                      <>
                        {" · "}
                        {t.rich("clearances.approvedBy", { name: row.approvedByName, bdi: isolated })}
                      </>
                    )}
                  </Text>
                  <Text size="sm" dir="auto">
                    {row.reason}
                  </Text>
                </TableTd>
                <TableTd>
                  {until === null ? t("clearances.noExpiry") : format.instant(until)}
                  <Group gap="xs">
                    {row.may.approve ? (
                      <CommandButton
                        label={t("clearances.approve")}
                        command="clearance.approve"
                        input={{ clearanceId: row.id, version: row.version }}
                        confirm={t("clearances.approveText")}
                        size="xs"
                      />
                    ) : null}
                    {row.may.end ? (
                      <CommandButton
                        label={t("clearances.end")}
                        command="clearance.end"
                        input={{ clearanceId: row.id, version: row.version }}
                        reason={{
                          title: t("clearances.endTitle"),
                          explanation: t("clearances.endText"),
                          confirmLabel: t("clearances.end"),
                        }}
                        weight="quiet"
                        tone="danger"
                        size="xs"
                      />
                    ) : null}
                  </Group>
                </TableTd>
              </TableTr>
            );
          })}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
