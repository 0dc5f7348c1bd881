import { Stack, Text } from "@mantine/core";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import { listTalks } from "#lib/contact/queries/list-talks.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../../_parts/local-names.ts";

/** Talks with the person about a recipient, the newest first, and the way to record another. */
export async function Talks({ caseId, witnessId }: { caseId: string; witnessId: string }) {
  const [t, consent, format, named, { talks, contact, may }] = await Promise.all([
    translator("contact"),
    translator("consent"),
    formats(),
    localNames(),
    asked(listTalks, { witnessId }),
  ]);
  const record = (
    <LinkButton href={`/cases/${caseId}/witnesses/${witnessId}/consent/talk`} variant="default" size="xs">
      {t("talks.record")}
    </LinkButton>
  );
  return (
    <Section
      id="talks"
      title={t("talks.title")}
      lead={t("talks.lead")}
      {...(may.write && contact !== "never" ? { actions: record } : {})}
    >
      {contact === "open" ? null : <p>{t(`said.${contact}`)}</p>}
      {talks.length === 0 ? (
        <p>{t("talks.none")}</p>
      ) : (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
          {talks.map(({ id, recipient, consents, talkedAt, howReached, by, note }) => (
            <li key={id}>
              <strong>
                <bdi>
                  {recipient === null ? consent("history.hidden") : named(recipient.name, recipient.nameAr)}
                </bdi>
              </strong>{" "}
              <StatusPill
                label={t(consents ? "talks.agreed" : "talks.refused")}
                tone={consents ? "good" : "bad"}
              />
              <Text size="sm" c="dimmed">
                {[
                  format.day(new Date(talkedAt).toISOString().slice(0, 10)),
                  t(`fields.howReached.options.${howReached}`),
                ].join(" · ")}
                {by === null ? null : (
                  <>
                    {" · "}
                    <bdi>{consent("history.by", { name: by })}</bdi>
                  </>
                )}
              </Text>
              {note === null ? null : (
                <Text size="sm" dir="auto">
                  {note}
                </Text>
              )}
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}
