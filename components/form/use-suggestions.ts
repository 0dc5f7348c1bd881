"use client";

import { useEffect, useState } from "react";
import { useInterfaceLocale } from "#lib/i18n/client.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Reference } from "./field-spec.ts";
import { postJson } from "./post-json.ts";

const TYPING_DELAY_MS = 220;

export interface Suggestions {
  readonly state: "idle" | "loading" | "ready" | "failed";
  readonly options: readonly Reference[];
}

const NONE: Suggestions = { state: "idle", options: [] };

/**
 * Records that fit what is typed. The text goes in the body of a POST, never into an address; an answer to an older
 * text is dropped.
 * @param query name of the question, `witness.suggest`
 * @param active false asks nothing: the list is closed
 */
export function useSuggestions(
  query: string,
  caseId: string | null,
  text: string,
  active: boolean,
): Suggestions {
  const [suggestions, setSuggestions] = useState(NONE);
  const locale = useInterfaceLocale();
  useEffect(() => {
    if (!active) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      setSuggestions((before) => ({ ...before, state: "loading" }));
      const input = caseId === null ? { text } : { caseId, text };
      void postJson(`/api/v1/ask/${query}`, { input }, abort.signal).then((answer) => {
        if (abort.signal.aborted) return;
        if (answer.ok) setSuggestions({ state: "ready", options: optionsIn(answer.result, locale) });
        else setSuggestions({ state: "failed", options: [] });
      });
    }, TYPING_DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, caseId, text, active, locale]);
  return active ? suggestions : NONE;
}

function optionsIn(result: unknown, locale: Locale): readonly Reference[] {
  if (
    typeof result !== "object" ||
    result === null ||
    !("options" in result) ||
    !Array.isArray(result.options)
  )
    return [];
  return result.options
    .map((option: unknown) => optionOf(option, locale))
    .filter((option) => option !== null);
}

function optionOf(option: unknown, locale: Locale): Reference | null {
  if (typeof option !== "object" || option === null || !("id" in option) || typeof option.id !== "string")
    return null;
  const text = (key: "code" | "label" | "labelAr"): string => {
    const value: unknown = Reflect.get(option, key);
    return typeof value === "string" ? value : "";
  };
  return { id: option.id, code: text("code"), label: (locale === "ar" && text("labelAr")) || text("label") };
}
