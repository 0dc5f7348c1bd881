import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { DISCLOSED } from "#lib/compartments/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";

interface Placement {
  readonly id: string;
  readonly version: number;
  readonly before: number;
  readonly after: number;
  readonly reason: string;
  readonly proposedAt: number;
  readonly withdrawnAt: number | null;
  readonly by: string;
  readonly waits: boolean;
  readonly isOwn: boolean;
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** How a record came into its compartments and out of them, and what waits for a second person. */
export async function Placements({
  placements,
  namesOf,
  mayLift,
}: {
  placements: readonly Placement[];
  namesOf: (bits: number) => string;
  mayLift: boolean;
}) {
  const [t, format] = await Promise.all([translator("compartments"), formats()]);
  if (placements.length === 0) return <p>{t("sight.historyEmpty")}</p>;
  return (
    <Stack component="ul" gap="md" style={{ listStyle: "none" }} p={0} m={0}>
      {placements.map(({ before, after, waits, withdrawnAt, ...row }) => {
        const [into, outOf] = [after & ~before, before & ~after];
        const state = waits ? "waits" : withdrawnAt === null ? "done" : "left";
        return (
          <li key={row.id}>
            <Group gap="sm">
              <span>
                {into === 0
                  ? t("sight.outOf", { names: namesOf(outOf) })
                  : t("sight.into", { names: namesOf(into) })}
              </span>
              <StatusPill label={t(`sight.${state}`)} tone={waits ? "caution" : "quiet"} />
            </Group>
            <Text size="sm" dir="auto">
              {row.reason === DISCLOSED ? t("sight.disclosed") : row.reason}
            </Text>
            <Text size="sm" c="dimmed">
              {t.rich("sight.who", { name: row.by, when: format.instant(row.proposedAt), bdi: isolated })}
            </Text>
            {waits && mayLift ? (
              <Group gap="xs" mt="xs">
                {row.isOwn ? null : (
                  <CommandButton
                    label={t("sight.approve", { names: namesOf(outOf) })}
                    command="compartment.approveLift"
                    input={{ placementId: row.id, version: row.version }}
                    confirm={t("sight.approveText")}
                    size="xs"
                  />
                )}
                <CommandButton
                  label={t("sight.withdraw")}
                  command="compartment.withdrawLift"
                  input={{ placementId: row.id, version: row.version }}
                  weight="quiet"
                  size="xs"
                />
              </Group>
            ) : null}
          </li>
        );
      })}
    </Stack>
  );
}
