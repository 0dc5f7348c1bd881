"use client";

import { STORAGE_FULL } from "#lib/api/vocabulary.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

/**
 * Shown where a page fell over. The digest leads to the log entry and says nothing else. Every page brings it along, so it
 * takes no component that pages have in scripts of their own.
 */
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
      <button type="button" onClick={reset}>
        {t("retry")}
      </button>
    </main>
  );
}
