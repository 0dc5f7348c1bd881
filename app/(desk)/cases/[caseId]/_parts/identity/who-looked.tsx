import { Group, Stack, Text } from "@mantine/core";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import { DecideOnReveal } from "./decide.tsx";
import type { IdentityAnswer } from "./on-record.tsx";

const TONES = { waiting: "caution", approved: "accent", refused: "neutral", opened: "neutral" } as const;

/** Who opened an identity, when and what for, and who asks a second person to let them. */
export async function WhoLooked({ answer: { reveals, may, you } }: { answer: IdentityAnswer }) {
  const [t, format] = await Promise.all([translator("vault"), formats()]);
  if (reveals.length === 0) return <p>{t("looked.none")}</p>;
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
      {reveals.map(({ id, version, status, reason, by, askedAt, openedAt, decidedBy, askedByHumanId }) => (
        <li key={id}>
          <Group gap="xs">
            <strong>{t(`reasons.${reason}`)}</strong>
            <StatusPill label={t(`looked.status.${status}`)} tone={TONES[status]} />
          </Group>
          <Text size="sm" c="dimmed">
            {t("looked.by", { name: isolated(by), day: format.instant(openedAt ?? askedAt) })}
            {decidedBy === null ? null : (
              <>
                {" · "}
                <bdi>{t("looked.decidedBy", { name: decidedBy })}</bdi>
              </>
            )}
          </Text>
          {status === "waiting" && may.decide ? (
            <DecideOnReveal id={id} version={version} mayApprove={askedByHumanId !== you} />
          ) : null}
        </li>
      ))}
    </Stack>
  );
}
