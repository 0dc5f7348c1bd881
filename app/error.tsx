"use client";

import { Button } from "@mantine/core";
import { STORAGE_FULL } from "#lib/api/vocabulary.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/** Shown where a page fell over. The digest leads to the log entry and says nothing else. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslator("fault");
  const isFull = error.digest === STORAGE_FULL;
  return (
    <main className="lone">
      <h1>{t("title")}</h1>
      <p>{t(isFull ? "full" : "text")}</p>
      {isFull || error.digest === undefined ? null : <p>{t("digest", { digest: error.digest })}</p>}
      <Button onClick={reset}>{t("retry")}</Button>
    </main>
  );
}
