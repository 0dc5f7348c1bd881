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
import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";

export interface EmergencyRow {
  readonly id: string;
  readonly reason: string;
  readonly openedAt: number;
  readonly expiresAt: number;
  readonly endedAt: number | null;
  readonly reviewedAt: number | null;
  readonly reviewedByName: string | null;
  readonly verdict: "justified" | "unjustified" | null;
  readonly reviewNote: string | null;
  readonly displayName: string;
  readonly state: "open" | "waiting" | "overdue" | "reviewed";
  readonly case: { readonly code: string; readonly title: string; readonly titleAr: string | null };
}

const TONES = { open: "accent", waiting: "caution", overdue: "bad", reviewed: "quiet" } as const;
const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** How an emergency access stands. */
export async function EmergencyState({ state }: { state: EmergencyRow["state"] }) {
  const t = await translator("emergencies");
  return <StatusPill label={t(`state.${state}`)} tone={TONES[state]} meaning={t(`stateMeaning.${state}`)} />;
}

/** Emergency accesses. @param isOwn of the person who looks, without a way to their review */
export async function EmergencyTable({
  rows,
  caption,
  isOwn = false,
}: {
  rows: readonly EmergencyRow[];
  caption: string;
  isOwn?: boolean;
}) {
  const [t, format, locale] = await Promise.all([translator("emergencies"), formats(), requestLocale()]);
  const opened = (at: number) => <DateText text={format.instant(at)} iso={new Date(at).toISOString()} />;
  return (
    <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={caption}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("column.opened")}</TableTh>
            {isOwn ? null : <TableTh scope="col">{t("column.person")}</TableTh>}
            <TableTh scope="col">{t("column.case")}</TableTh>
            <TableTh scope="col">{t("column.state")}</TableTh>
            <TableTh scope="col">{t("column.review")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {rows.map((row) => (
            <TableTr key={row.id}>
              <TableTd>
                {isOwn ? (
                  opened(row.openedAt)
                ) : (
                  <Link href={`/emergencies/${row.id}`} prefetch={false}>
                    {opened(row.openedAt)}
                  </Link>
                )}
              </TableTd>
              {isOwn ? null : (
                <TableTd>
                  <bdi>{row.displayName}</bdi>
                </TableTd>
              )}
              <TableTd>
                <Code code={row.case.code} />{" "}
                <bdi>{locale === "ar" && row.case.titleAr ? row.case.titleAr : row.case.title}</bdi>
                <Text size="sm" dir="auto">
                  {row.reason}
                </Text>
              </TableTd>
              <TableTd>
                <EmergencyState state={row.state} />
              </TableTd>
              <TableTd>
                {row.verdict === null || row.reviewedAt === null ? null : (
                  <>
                    {t(`verdict.${row.verdict}`)}
                    <Text size="sm" c="dimmed">
                      {t.rich("reviewedBy", {
                        name: row.reviewedByName ?? "",
                        when: format.instant(row.reviewedAt),
                        bdi: isolated,
                      })}
                    </Text>
                    <Text size="sm" dir="auto">
                      {row.reviewNote}
                    </Text>
                  </>
                )}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
