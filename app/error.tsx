"use client";

import { Button } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Shown where a page fell over. The digest leads to the log entry and says nothing else. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslator("ui");
  return (
    <main className="lone">
      <h1>{t("pageError.title")}</h1>
      <p>{t("pageError.text")}</p>
      {error.digest === undefined ? null : <p>{t("pageError.digest", { digest: error.digest })}</p>}
      <Button onClick={reset}>{t("pageError.retry")}</Button>
    </main>
  );
}
