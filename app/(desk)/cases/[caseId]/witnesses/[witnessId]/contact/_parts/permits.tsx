import { Group, Stack, Text } from "@mantine/core";
import { CommandButton } from "#components/form/command-button.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import { PERMIT_KINDS } from "#lib/contact/words.ts";
import type { ReadContact } from "./read.ts";

/** Permits that can still be used; a protection officer gives another, with a reason. */
export async function Permits({ contact: { witness, permits, may } }: { contact: ReadContact }) {
  const [t, consent, format] = await Promise.all([translator("contact"), translator("consent"), formats()]);
  return (
    <Stack gap="sm" align="flex-start">
      {permits.length === 0 ? (
        <p>{t("permits.none")}</p>
      ) : (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
          {permits.map(({ id, kind, reason, expiresAt, by }) => (
            <li key={id}>
              <strong>{t(`permits.kind.${kind}`)}</strong>
              <Text size="sm" c="dimmed">
                {t("permits.until", { day: format.instantDay(expiresAt) })}
                {by === null ? null : (
                  <>
                    {" · "}
                    <bdi>{consent("history.approvedBy", { name: by })}</bdi>
                  </>
                )}
              </Text>
              <Text size="sm" dir="auto">
                {reason}
              </Text>
            </li>
          ))}
        </Stack>
      )}
      {may.permit ? (
        <Group gap="xs">
          {PERMIT_KINDS.map((kind) => (
            <CommandButton
              key={kind}
              label={t(`permits.give.${kind}`)}
              command="contact.permit"
              input={{ witnessId: witness.id, kind }}
              reason={{
                title: t(`permits.give.${kind}`),
                explanation: t(`permits.explanation.${kind}`),
                confirmLabel: t("permits.confirm"),
              }}
              size="xs"
              doneText={t("permits.done")}
            />
          ))}
        </Group>
      ) : (
        <p>{t("permits.ask")}</p>
      )}
    </Stack>
  );
}
