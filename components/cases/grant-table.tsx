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
import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";

export interface GrantRow {
  readonly id: string;
  readonly role: string;
  readonly humanId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly case: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly titleAr: string | null;
  } | null;
  readonly grantedAt: number;
  readonly grantedByName: string | null;
  readonly approvedByName: string | null;
  readonly reason: string | null;
  readonly state: "active" | "ended" | "expired";
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
}

interface GrantTableProps {
  readonly caption: string;
  readonly page: {
    readonly rows: readonly GrantRow[];
    readonly next: string | null;
    readonly previous: string | null;
  };
  /** Where another page of the list is, by the name of the cursor and the cursor. */
  readonly hrefOf: (at: "after" | "before", cursor: string) => string;
  /** Where the grants of one person or in one case are; without them, names lead nowhere. */
  readonly narrowed?: { readonly person: (humanId: string) => string; readonly case: (id: string) => string };
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** A page of the history of grants. */
export async function GrantTable({ caption, page, hrefOf, narrowed }: GrantTableProps) {
  const t = await translator("accounts");
  if (page.rows.length === 0) return <p>{t("grants.empty")}</p>;
  const columns = [...(narrowed ? ["person"] : []), "role", "where", "given", "ended"];
  return (
    <>
      <TableScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" aria-label={caption}>
          <TableThead>
            <TableTr>
              {columns.map((key) => (
                <TableTh key={key} scope="col">
                  {t(`grants.${key}`)}
                </TableTh>
              ))}
            </TableTr>
          </TableThead>
          <TableTbody>
            {page.rows.map((row) => (
              <GrantLine key={row.id} row={row} narrowed={narrowed} />
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
      <Group gap="lg">
        {page.previous === null ? null : (
          <Link href={hrefOf("before", page.previous)} prefetch={false}>
            {t("grants.newer")}
          </Link>
        )}
        {page.next === null ? null : (
          <Link href={hrefOf("after", page.next)} prefetch={false}>
            {t("grants.older")}
          </Link>
        )}
      </Group>
    </>
  );
}

async function GrantLine({ row, narrowed }: { row: GrantRow; narrowed: GrantTableProps["narrowed"] }) {
  const [t, roles, format, locale] = await Promise.all([
    translator("accounts"),
    translator("access"),
    formats(),
    requestLocale(),
  ]);
  const until = row.endedAt ?? row.expiresAt;
  return (
    <TableTr>
      {narrowed ? (
        <TableTd>
          <Link href={narrowed.person(row.humanId)} prefetch={false}>
            <bdi>{row.displayName}</bdi>
          </Link>{" "}
          <Code code={row.accountName} />
        </TableTd>
      ) : null}
      <TableTd>{roles(`role.${row.role}`)}</TableTd>
      <TableTd>
        {row.case === null ? (
          t("grants.organisation")
        ) : (
          <>
            <bdi>{locale === "ar" && row.case.titleAr ? row.case.titleAr : row.case.title}</bdi>{" "}
            {narrowed ? (
              <Link href={narrowed.case(row.case.id)} prefetch={false}>
                <Code code={row.case.code} />
              </Link>
            ) : (
              <Code code={row.case.code} />
            )}
          </>
        )}
      </TableTd>
      <TableTd>
        {format.instant(row.grantedAt)}
        <By word="by" name={row.grantedByName} />
        <By word="approvedBy" name={row.approvedByName} />
        <Why text={row.reason} />
      </TableTd>
      <TableTd>
        <StatusPill label={t(`grants.state.${row.state}`)} tone={row.state === "active" ? "good" : "quiet"} />
        <Text size="sm">{until === null ? t("grants.noExpiry") : format.instant(until)}</Text>
        <By word="endedBy" name={row.endedByName} />
        <Why text={row.endReason} />
      </TableTd>
    </TableTr>
  );
}

async function By({ word, name }: { word: "by" | "approvedBy" | "endedBy"; name: string | null }) {
  const t = await translator("accounts");
  return name === null ? null : (
    <Text size="sm" c="dimmed">
      {t.rich(`grants.${word}`, { name, bdi: isolated })}
    </Text>
  );
}

function Why({ text }: { text: string | null }) {
  return text === null ? null : (
    <Text size="sm">
      <bdi>{text}</bdi>
    </Text>
  );
}
