"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./compare.module.css";

interface Version {
  readonly number: number;
  readonly stage: string;
}

/** Chooses any two versions; a plain form, so that the address says what is compared. */
export function VersionChoice({
  versions,
  before,
  after,
}: {
  versions: readonly Version[];
  before: number;
  after: number;
}) {
  const t = useTranslator("testimonies");
  const data = versions.map(({ number, stage }) => ({
    value: String(number),
    label: t("compare.option", { number, stage: t(`stage.${stage}.label`) }),
  }));
  return (
    <form method="get" className={classes.choice}>
      <NativeSelect name="before" label={t("compare.choose")} data={data} defaultValue={String(before)} />
      <NativeSelect name="after" label={t("compare.with")} data={data} defaultValue={String(after)} />
      <Button type="submit" variant="default">
        {t("compare.submit")}
      </Button>
    </form>
  );
}
