"use client";

import { type ComponentProps, useState } from "react";
import { onDemand } from "#components/ui/on-demand.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { ExactFields } from "./exact-fields.tsx";

const OnDemand = onDemand(() => import("./exact-fields.tsx").then((file) => file.ExactFields));

/** What a claim says exactly, folded away until somebody wants to say it; kept once it was opened. */
export function FoldedExact(props: ComponentProps<typeof ExactFields>) {
  const t = useTranslator("contradictions");
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setWasOpened(true)}>
      <summary>{t("exact.fold")}</summary>
      {wasOpened ? <OnDemand {...props} /> : null}
    </details>
  );
}
