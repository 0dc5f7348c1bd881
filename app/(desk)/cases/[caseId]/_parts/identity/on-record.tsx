import { Alert, Stack, Text } from "@mantine/core";
import { IconEraser, IconMask } from "@tabler/icons-react";
import { Facts } from "#components/ui/facts.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import type { readIdentity } from "#lib/vault/queries/read-identity.ts";
import { PARTS } from "#lib/vault/words.ts";

export type IdentityAnswer = Awaited<ReturnType<typeof readIdentity.run>>;

/** Which parts of an identity are filled, since when and by whom; that somebody stays anonymous, or that it was destroyed. */
export async function OnRecord({ answer: { identity, anonymity } }: { answer: IdentityAnswer }) {
  const [t, format] = await Promise.all([translator("vault"), formats()]);
  const day = format.instantDay;
  if (anonymity !== null)
    return (
      <Alert
        color="gray"
        icon={<IconMask size={18} aria-hidden />}
        title={t("anonymous.title", { day: day(anonymity.decidedAt) })}
      >
        {t("anonymous.text")}
      </Alert>
    );
  if (identity === null) return <p>{t("onRecord.none")}</p>;
  if (identity.shreddedAt !== null)
    return (
      <Alert
        color="gray"
        icon={<IconEraser size={18} aria-hidden />}
        title={t("shred.destroyed", { day: day(identity.shreddedAt) })}
      >
        {t("shred.destroyedText")}
      </Alert>
    );
  const { recordedAt, recordedBy, updatedAt, updatedBy, filled, demandsSecond, isDemandedByCase, version } =
    identity;
  return (
    <Stack gap="md">
      <Facts
        items={PARTS.map((part) => ({
          label: t(`parts.${part}`),
          value: filled.includes(part) ? t("onRecord.kept") : null,
          missing: "notRecorded" as const,
        }))}
      />
      {demandsSecond ? <p>{t(isDemandedByCase ? "reveal.demandedByCase" : "reveal.demandsSecond")}</p> : null}
      <Text size="sm" c="dimmed">
        {t("onRecord.recorded", { day: day(recordedAt), name: isolated(recordedBy ?? "") })}
        {version === 1 ? null : (
          <>
            {" · "}
            {t("onRecord.changed", { day: day(updatedAt), name: isolated(updatedBy ?? "") })}
          </>
        )}
      </Text>
    </Stack>
  );
}
