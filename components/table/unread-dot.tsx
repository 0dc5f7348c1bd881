"use client";

import { VisuallyHidden } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./unread-dot.module.css";

/** Says that a person was told something of a record that they have not read. */
export function UnreadDot() {
  const t = useTranslator("ui");
  const label = t("table.unread");
  return (
    <span className={classes.dot} title={label}>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
