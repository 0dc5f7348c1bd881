import { Group, Stack, Text } from "@mantine/core";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { shredSections } from "#components/vault/identity-sections.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { DecideOnShred } from "./decide.tsx";
import type { IdentityAnswer } from "./on-record.tsx";

const TONES = { waiting: "caution", approved: "neutral", refused: "neutral" } as const;

/** Who asked that an identity be destroyed, and who decided. */
export async function Destruction({ answer: { identity, shreds, may, you } }: { answer: IdentityAnswer }) {
  const [t, format] = await Promise.all([translator("vault"), formats()]);
  return (
    <Section
      id="destruction"
      title={t("shred.title")}
      lead={t("shred.lead")}
      {...(may.shred && identity !== null
        ? {
            actions: (
              <FormInDialog
                label={t("shred.request")}
                size="xs"
                form={{
                  command: "identity.requestShred",
                  namespace: "vault",
                  under: "shred",
                  sections: shredSections,
                  fixed: { identityId: identity.id },
                }}
              />
            ),
          }
        : {})}
    >
      {shreds.length === 0 ? (
        <p>{t("shred.none")}</p>
      ) : (
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
          {shreds.map(({ id, version, ground, status, by, requestedAt, requestedByHumanId, decidedBy }) => (
            <li key={id}>
              <Group gap="xs">
                <strong>{t(`shred.fields.ground.options.${ground}`)}</strong>
                <StatusPill label={t(`shred.status.${status}`)} tone={TONES[status]} />
              </Group>
              <Text size="sm" c="dimmed">
                {t("looked.by", { name: isolated(by), day: format.instant(requestedAt) })}
                {decidedBy === null ? null : (
                  <>
                    {" · "}
                    {t("looked.decidedBy", { name: isolated(decidedBy) })}
                  </>
                )}
              </Text>
              {status === "waiting" && may.decide ? (
                <DecideOnShred id={id} version={version} mayApprove={requestedByHumanId !== you} />
              ) : null}
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}
