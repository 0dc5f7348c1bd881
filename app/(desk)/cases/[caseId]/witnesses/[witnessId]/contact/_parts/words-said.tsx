import { Stack, Text } from "@mantine/core";
import { formats, translator } from "#lib/i18n/server.ts";
import type { ReadContact } from "./read.ts";

/** Everything that the person said about being contacted again, the newest first. */
export async function WordsSaid({ said }: Pick<ReadContact, "said">) {
  const [t, consent, format] = await Promise.all([translator("contact"), translator("consent"), formats()]);
  if (said.length === 0) return <p>{t("none")}</p>;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
      {said.map(({ id, mode, through, windowFrom, windowUntil, reason, recordedAt, by }) => (
        <li key={id}>
          <strong>{t(`fields.mode.options.${mode}.label`)}</strong>
          {through === null ? null : (
            <>
              {": "}
              <bdi>{through}</bdi>
            </>
          )}
          {windowFrom === null || windowUntil === null
            ? null
            : `: ${t("window", { from: format.day(windowFrom), until: format.day(windowUntil) })}`}
          <Text size="sm" c="dimmed">
            {format.instantDay(recordedAt)}
            {by === null ? null : (
              <>
                {" · "}
                <bdi>{consent("history.by", { name: by })}</bdi>
              </>
            )}
          </Text>
          <Text size="sm" dir="auto">
            {reason}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
