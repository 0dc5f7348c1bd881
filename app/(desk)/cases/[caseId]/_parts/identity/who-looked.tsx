import { Group, Stack, Text } from "@mantine/core";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../local-names.ts";
import { DecideOnReveal } from "./decide.tsx";
import type { IdentityAnswer } from "./on-record.tsx";

const TONES = { waiting: "caution", approved: "accent", refused: "neutral", opened: "neutral" } as const;

/** Who opened an identity, when and what for, and who asks a second person to let them. */
export async function WhoLooked({ answer: { person, reveals, keys, may, you } }: { answer: IdentityAnswer }) {
  const [t, format, named] = await Promise.all([translator("vault"), formats(), localNames()]);
  if (reveals.length === 0 && keys.length === 0) return <p>{t("looked.none")}</p>;
  // Openings of both kinds, as they came.
  const openings = [
    ...keys.map((one) => ({ ...one, at: one.openedAt ?? 0, reveal: null })),
    ...reveals.map((one) => ({ by: one.by, at: one.openedAt ?? one.askedAt, key: null, reveal: one })),
  ].toSorted((a, b) => b.at - a.at);
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
      {openings.map(({ at, by, key, reveal }) => (
        <li key={reveal?.id ?? key?.id ?? at}>
          <Group gap="xs">
            <strong>{t(reveal ? `reasons.${reveal.reason}` : "looked.key")}</strong>
            <StatusPill
              label={t(`looked.status.${reveal?.status ?? "opened"}`)}
              tone={TONES[reveal?.status ?? "opened"]}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {t("looked.by", { name: isolated(by), day: format.instant(at) })}
            {key ? (
              <>
                {" · "}
                <Link href={`/cases/${person.caseId}/exports/${key.id}`} prefetch={false}>
                  <Code code={key.code} />
                </Link>
                {key.recipient === null ? null : (
                  <>
                    {" · "}
                    <bdi>{named(key.recipient.name, key.recipient.nameAr)}</bdi>
                  </>
                )}
                {" · "}
                {t(key.downloads > 0 ? "looked.fetched" : "looked.notFetched")}
              </>
            ) : null}
            {reveal?.decidedBy ? (
              <>
                {" · "}
                {t("looked.decidedBy", { name: isolated(reveal.decidedBy) })}
              </>
            ) : null}
          </Text>
          {reveal?.status === "waiting" && may.decide ? (
            <DecideOnReveal
              id={reveal.id}
              version={reveal.version}
              mayApprove={reveal.askedByHumanId !== you}
            />
          ) : null}
        </li>
      ))}
    </Stack>
  );
}
