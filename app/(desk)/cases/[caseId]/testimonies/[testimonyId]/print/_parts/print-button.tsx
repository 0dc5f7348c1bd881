"use client";

import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Opens the browser's own printing. */
export function PrintButton() {
  const t = useTranslator("testimonies");
  return (
    <Button leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
      {t("print.now")}
    </Button>
  );
}
