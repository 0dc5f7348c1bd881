import { CommandButton } from "#components/form/command-button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { OpenIdentity } from "#components/vault/open-identity.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readIdentity } from "#lib/vault/queries/read-identity.ts";
import { Destruction } from "./destruction.tsx";
import { OnRecord } from "./on-record.tsx";
import { WhoLooked } from "./who-looked.tsx";

interface Props {
  caseId: string;
  room: "witnesses" | "victims";
  personId: string;
}

/** Whether it is kept who somebody is, who looked and what for; a word of it is shown for a reason alone. */
export async function IdentityPage({ caseId, room, personId }: Props) {
  const [t, people, answer] = await Promise.all([
    translator("vault"),
    translator(room),
    asked(readIdentity, { personId }),
  ]);
  const { person, identity, anonymity, may, isPermitted } = answer;
  const home = `/cases/${caseId}/${room}/${personId}`;
  const isKept = identity !== null && identity.shreddedAt === null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        code={person.code}
        breadcrumb={[
          { label: people("title"), href: `/cases/${caseId}/${room}` },
          { label: person.code, href: home },
          { label: t("title") },
        ]}
        {...(may.record || may.amend
          ? {
              actions: (
                <LinkButton href={`${home}/identity/edit`}>{t(may.record ? "record" : "amend")}</LinkButton>
              ),
            }
          : {})}
      />
      <Section
        id="record"
        title={t("onRecord.title")}
        {...(may.waive || (may.endWaiver && anonymity !== null)
          ? {
              actions:
                anonymity === null ? (
                  <CommandButton
                    label={t("anonymous.action")}
                    command="identity.waive"
                    input={{ personId }}
                    confirm={t("anonymous.confirm")}
                    size="xs"
                    doneText={t("anonymous.done")}
                  />
                ) : (
                  <CommandButton
                    label={t("anonymous.end")}
                    command="identity.endWaiver"
                    input={{ anonymityId: anonymity.id, version: anonymity.version }}
                    reason={{
                      title: t("anonymous.end"),
                      explanation: t("anonymous.endText"),
                      confirmLabel: t("anonymous.end"),
                    }}
                    size="xs"
                    doneText={t("anonymous.ended")}
                  />
                ),
            }
          : {})}
      >
        <OnRecord answer={answer} />
      </Section>
      {isKept ? (
        <Section id="open" title={t("reveal.title")} lead={t("reveal.lead")}>
          {may.reveal ? (
            <OpenIdentity
              key={identity.version}
              identityId={identity.id}
              demandsSecond={identity.demandsSecond}
              isPermitted={isPermitted}
            />
          ) : (
            <p>{t("reveal.ask")}</p>
          )}
        </Section>
      ) : null}
      {identity === null ? null : (
        <>
          <Section id="looked" title={t("looked.title")} lead={t("looked.lead")}>
            <WhoLooked answer={answer} />
          </Section>
          <Destruction answer={answer} />
        </>
      )}
    </>
  );
}
