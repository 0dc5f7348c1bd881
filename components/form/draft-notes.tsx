"use client";

import { Alert, Button, Group } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useFormats, usePreferences, useTranslator } from "#lib/i18n/client.tsx";
import type { SavedAt } from "./draft-state.ts";
import classes from "./record-form.module.css";
import type { Draft } from "./use-draft.ts";

/** Says that what stands in the form was restored, and offers to throw it away. */
export function RestoredNote({
  savedAt,
  isStale,
  onDiscard,
}: {
  savedAt: SavedAt;
  isStale: boolean;
  onDiscard: () => void;
}) {
  const t = useTranslator("ui");
  const formats = useFormats(useOwnTimeZone());
  return (
    <Alert
      color="blue"
      icon={<IconHistory size={20} stroke={1.7} aria-hidden />}
      title={t("form.draft.restoredTitle", { when: formats.instant(savedAt) })}
    >
      {t("form.draft.restoredText")} {isStale ? t("form.draft.restoredStale") : null}
      <div>
        <Button mt="xs" size="xs" variant="default" onClick={onDiscard}>
          {t("form.draft.discard")}
        </Button>
      </div>
    </Alert>
  );
}

/** Says that another window saved a newer draft; neither is overwritten before the person chooses. */
export function ElsewhereNote({ draft }: { draft: Draft }) {
  const t = useTranslator("ui");
  return (
    <Alert
      color="yellow"
      icon={<IconHistory size={20} stroke={1.7} aria-hidden />}
      title={t("form.draft.elsewhereTitle")}
    >
      {t("form.draft.elsewhereText")}
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" onClick={draft.keepMine}>
          {t("form.draft.keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={draft.takeTheirs}>
          {t("form.draft.takeTheirs")}
        </Button>
      </Group>
    </Alert>
  );
}

/** Where what was typed is now: on its way, saved, or not. */
export function DraftStatus({ draft }: { draft: Draft }) {
  const t = useTranslator("ui");
  const formats = useFormats(useOwnTimeZone());
  const { phase, savedAt } = draft.state;
  const words = (): string | null => {
    switch (phase) {
      case "loading":
        return null;
      case "waiting":
      case "elsewhere":
        return t("form.draft.waiting");
      case "saving":
        return t("form.draft.saving");
      case "failed":
        return t("form.draft.failed");
      case "idle":
        return savedAt === null ? null : t("form.draft.saved", { time: formats.time(savedAt) });
    }
  };
  return (
    <output className={classes.draft} data-phase={phase}>
      {words()}
    </output>
  );
}

/** A draft is the person's own affair: its times are those of her clock, not of the case. Known in the browser only. */
function useOwnTimeZone(): string {
  const { timeZone } = usePreferences();
  return timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
