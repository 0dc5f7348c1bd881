import { Stack, Text } from "@mantine/core";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { formats, translator } from "#lib/i18n/server.ts";

interface Hold {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly placedAt: number;
  readonly by: string | null;
  /** The account that it is over, as a link where it has a page of its own; null for the whole case. */
  readonly over: { readonly code?: string; readonly name: string; readonly href?: string } | null;
}

/** Legal holds that last, with a way to lift each. */
export async function HoldList({ holds, mayLift }: { holds: readonly Hold[]; mayLift: boolean }) {
  const [t, format] = await Promise.all([translator("retention"), formats()]);
  if (holds.length === 0) return <p>{t("holds.none")}</p>;
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
      {holds.map((hold) => {
        const name = hold.over?.name ?? t("holds.ofCase");
        return (
          <li key={hold.id}>
            <Stack gap={4} align="flex-start">
              <strong>
                {hold.over?.href === undefined ? (
                  <bdi>{name}</bdi>
                ) : (
                  <Link href={hold.over.href} prefetch={false}>
                    {hold.over.code === undefined ? null : <Code code={hold.over.code} />} <bdi>{name}</bdi>
                  </Link>
                )}
              </strong>
              <Text size="sm" c="dimmed">
                <bdi>{t("holds.by", { day: format.instantDay(hold.placedAt), name: hold.by ?? "" })}</bdi>
              </Text>
              <Text size="sm" dir="auto">
                {hold.reason}
              </Text>
              {mayLift ? (
                <CommandButton
                  label={t("holds.lift")}
                  name={t("holds.liftName", { name })}
                  command="hold.lift"
                  input={{ holdId: hold.id, version: hold.version }}
                  reason={{
                    title: t("holds.lift"),
                    explanation: t("holds.liftText"),
                    confirmLabel: t("holds.lift"),
                  }}
                  size="xs"
                  doneText={t("holds.lifted")}
                />
              ) : null}
            </Stack>
          </li>
        );
      })}
    </Stack>
  );
}
