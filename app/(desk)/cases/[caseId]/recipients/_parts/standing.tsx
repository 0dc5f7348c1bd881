import { Group, Stack, Text } from "@mantine/core";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { readRecipient } from "#lib/recipients/queries/read-recipient.ts";

type Answer = Awaited<ReturnType<typeof readRecipient.run>>;

/** For each purpose whether the recipient may be handed something now, or every rule by which it may not. */
export async function Standing({ standing }: Pick<Answer, "standing">) {
  const [t, problems] = await Promise.all([translator("recipients"), translator("problems")]);
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
      {standing.map(({ purpose, barredBy }) => (
        <li key={purpose}>
          <Group gap="sm">
            <strong>{t("standing.for", { purpose: t(`purpose.${purpose}`) })}</strong>
            <StatusPill
              label={t(barredBy.length === 0 ? "standing.ready" : "standing.barred")}
              tone={barredBy.length === 0 ? "good" : "caution"}
            />
          </Group>
          {barredBy.length === 0 ? (
            <Text size="sm">{t("standing.may")}</Text>
          ) : (
            <ul>
              {barredBy.map(({ rule, parameters }) => {
                const kind = parameters["kind"];
                return (
                  <li key={`${rule} ${String(kind)}`}>
                    {typeof kind === "string" ? <strong>{t(`assurance.${kind}`)}: </strong> : null}
                    {problems(`rule.${rule}`)}
                  </li>
                );
              })}
            </ul>
          )}
        </li>
      ))}
    </Stack>
  );
}
