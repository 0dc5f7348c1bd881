"use client";

import { Button, Group, SimpleGrid, Stack, Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { announce } from "#components/ui/announce.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { useCare } from "./care-provider.tsx";
import {
  CARE_COOKIE,
  type CareSettings,
  careText,
  COVERS,
  IDLE_MINUTES,
  minutesIn,
  minutesText,
} from "./care-settings.ts";

const ONE_YEAR_S = 31_536_000;

/** Chooses what this browser spares whoever sits before it. */
export function CareForm() {
  const t = useTranslator("care");
  const router = useRouter();
  const { settings } = useCare();
  const [mine, setMine] = useState(settings);
  const change = (some: Partial<CareSettings>) => setMine((before) => ({ ...before, ...some }));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep(mine);
        announce(t("settings.saved"));
        router.refresh();
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
          <NativeChoice
            label={t("settings.covers")}
            description={t("settings.coversHelp")}
            data={COVERS.map((value) => ({ value, label: t(`settings.cover.${value}`) }))}
            value={mine.covers}
            onChoose={(value) => change({ covers: COVERS.find((one) => one === value) ?? "grave" })}
          />
          <NativeChoice
            label={t("settings.idle")}
            description={t("settings.idleHelp")}
            data={[...IDLE_MINUTES, null].map((minutes) => ({
              value: minutesText(minutes),
              label: minutes === null ? t("settings.never") : t("settings.after", { minutes }),
            }))}
            value={minutesText(mine.idleMinutes)}
            onChoose={(value) => change({ idleMinutes: minutesIn(value) })}
          />
        </SimpleGrid>
        <Switch
          label={t("settings.breaks")}
          description={t("settings.breaksHelp")}
          checked={mine.breaks}
          onChange={(event) => change({ breaks: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit">{t("settings.save")}</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** In this browser alone: another person at another desk chooses for themselves. */
function keep(settings: CareSettings): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${CARE_COOKIE}=${careText(settings)}; Path=/; Max-Age=${ONE_YEAR_S}; SameSite=Lax${secure}`;
}
