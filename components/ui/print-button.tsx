"use client";

import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";

/** Opens the browser's own printing. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
