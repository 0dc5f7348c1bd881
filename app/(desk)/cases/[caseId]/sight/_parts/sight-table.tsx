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
import { formats, translator } from "#lib/i18n/server.ts";

interface Person {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
  readonly since: number;
  readonly until: number | null;
  readonly by: string | null;
  readonly reason: string | null;
  readonly clearances: readonly { readonly bit: number; readonly until: number | null }[];
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** People who may see a record, each with what lets them. */
export async function SightTable({
  people,
  nameOf,
}: {
  people: readonly Person[];
  nameOf: (bit: number) => string;
}) {
  const [t, roles, format] = await Promise.all([translator("compartments"), translator("access"), formats()]);
  const roleOf = ({ role, since, until }: Person) => {
    const said = { role: roles(`role.${role}`), day: format.instantDay(since) };
    return until === null
      ? t("sight.role", said)
      : t("sight.roleUntil", { ...said, end: format.instant(until) });
  };
  return (
    <TableScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="sm" aria-label={t("sight.people")}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">{t("sight.person")}</TableTh>
            <TableTh scope="col">{t("sight.by")}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {people.map((person) => (
            <TableTr key={`${person.accountId} ${person.role}`}>
              <TableTd>
                <bdi>{person.displayName}</bdi>
              </TableTd>
              <TableTd>
                {roleOf(person)}
                {person.by === null ? null : (
                  <Text size="sm" c="dimmed">
                    {t.rich("sight.admittedBy", { name: person.by, bdi: isolated })}
                  </Text>
                )}
                {person.reason === null ? null : (
                  <Text size="sm" dir="auto">
                    {person.reason}
                  </Text>
                )}
                {person.clearances.map(({ bit, until }) => (
                  <Text key={bit} size="sm">
                    {until === null
                      ? t("sight.cleared", { name: nameOf(bit) })
                      : t("sight.clearedUntil", { name: nameOf(bit), end: format.instant(until) })}
                  </Text>
                ))}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
