"use client";

import { Button, Group, Select, SimpleGrid, Stack, Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NativeChoice } from "#components/form/native-choice.tsx";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useInterfaceLocale, useTranslator } from "#lib/i18n/client.tsx";
import { DEFAULT_TIME_ZONE, formatsFor } from "#lib/i18n/format.ts";
import { isLocale, LOCALE_NAMES, LOCALES } from "#lib/i18n/locales.ts";
import { CALENDARS, DATE_STYLES, type Preferences } from "#lib/i18n/preferences.ts";

/** Sets how the program speaks to this person; the preview shows what would be seen. */
export function ProfileForm({ stored, now }: { stored: Preferences; now: number }) {
  const t = useTranslator("account");
  const router = useRouter();
  const locale = useInterfaceLocale();
  const { send, sending } = useCommand("account.setProfile");
  const [mine, setMine] = useState(stored);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = (some: Partial<Preferences>) => setMine((before) => ({ ...before, ...some }));
  const preview = formatsFor(mine.locale ?? locale, mine.timeZone ?? undefined, mine).instant(now);

  async function save(): Promise<void> {
    const answer = await send(mine);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    announce(t("profile.saved"));
    // Another language is another catalogue and may be another direction: the page is loaded anew.
    if (mine.locale !== null && mine.locale !== locale) return speak(mine.locale);
    router.refresh();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
          <NativeChoice
            label={t("profile.language")}
            description={t("profile.languageHelp")}
            data={[
              { value: "", label: t("profile.browser") },
              ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
            ]}
            value={mine.locale ?? ""}
            onChoose={(value) => change({ locale: isLocale(value) ? value : null })}
          />
          <Select
            label={t("profile.timeZone")}
            description={t("profile.timeZoneHelp", { zone: DEFAULT_TIME_ZONE })}
            placeholder={DEFAULT_TIME_ZONE}
            searchable
            clearable
            limit={60}
            data={zones(mine.timeZone)}
            value={mine.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
          <NativeChoice
            label={t("profile.calendar")}
            description={t("profile.calendarHelp")}
            data={CALENDARS.map((value) => ({ value, label: t(`profile.calendars.${value}`) }))}
            value={mine.calendar}
            onChoose={(value) => change({ calendar: CALENDARS.find((one) => one === value) ?? "gregorian" })}
          />
          <NativeChoice
            label={t("profile.dateStyle")}
            description={t("profile.preview", { now: preview })}
            data={DATE_STYLES.map((value) => ({ value, label: t(`profile.dateStyles.${value}`) }))}
            value={mine.dateStyle}
            onChoose={(value) => change({ dateStyle: DATE_STYLES.find((one) => one === value) ?? "words" })}
          />
        </SimpleGrid>
        <Switch
          label={t("profile.singleKeysLabel")}
          description={t("profile.singleKeysHelp")}
          checked={mine.singleKeys}
          onChange={(event) => change({ singleKeys: event.currentTarget.checked })}
        />
        <Group>
          <Button type="submit" loading={sending}>
            {t("profile.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The zones that this browser knows; one that was chosen elsewhere stays choosable. */
function zones(chosen: string | null): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known];
}

/** The door of the language also keeps it in this browser, for the page on which nobody is signed in. */
async function speak(locale: string): Promise<void> {
  const body = new URLSearchParams({ locale, to: window.location.pathname });
  await fetch("/api/locale", { method: "POST", body, redirect: "manual" }).catch(() => null);
  window.location.reload();
}
