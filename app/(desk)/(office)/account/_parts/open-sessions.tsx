import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { readOwnAccount } from "#lib/accounts/queries/read-own-account.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { EndSessionsButton } from "./end-sessions-button.tsx";

const MS_IN_MINUTE = 60_000;

type Own = Awaited<ReturnType<typeof readOwnAccount.run>>;

/** Where one is signed in; each session can be ended by itself. */
export async function OpenSessions({ me }: { me: Pick<Own, "sessions" | "session"> }) {
  const [t, format] = await Promise.all([translator("account"), formats()]);
  const minutes = (me.session?.idleMs ?? 0) / MS_IN_MINUTE;
  return (
    <Section
      id="sessions"
      title={t("sessions.title")}
      lead={t("sessions.lead", { minutes })}
      actions={<EndSessionsButton />}
    >
      <TableScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t("sessions.caption")}>
          <TableThead>
            <TableTr>
              <TableTh scope="col">{t("sessions.began")}</TableTh>
              <TableTh scope="col">{t("sessions.seen")}</TableTh>
              <TableTh scope="col">{t("sessions.ends")}</TableTh>
              <TableTh scope="col">{t("sessions.by")}</TableTh>
              <TableTh scope="col">{t("sessions.act")}</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {me.sessions.map(({ id, createdAt, seenAt, expiresAt, factor, isCurrent }) => (
              <TableTr key={id}>
                <TableTd>{format.instant(createdAt)}</TableTd>
                <TableTd>{format.instant(seenAt)}</TableTd>
                <TableTd>{format.instant(expiresAt)}</TableTd>
                <TableTd>{factor === null ? null : t(`factor.${factor}`)}</TableTd>
                <TableTd>
                  {isCurrent ? (
                    t("sessions.here")
                  ) : (
                    <CommandButton
                      label={t("sessions.act")}
                      name={t("sessions.endOne", { when: format.instant(createdAt) })}
                      command="session.end"
                      input={{ everywhere: false, sessionId: id }}
                      confirm={t("sessions.endOneText")}
                      doneText={t("sessions.ended")}
                      size="compact-xs"
                    />
                  )}
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </Section>
  );
}
