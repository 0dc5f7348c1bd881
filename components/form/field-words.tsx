"use client";

import { createContext, use, useMemo } from "react";
import { useCatalogue, useLanguageName } from "#lib/i18n/client.tsx";
import type { BrowserNamespace } from "#lib/i18n/messages.ts";
import type { Option } from "./field-spec.ts";

/** What every field of a form needs to know of it. */
export interface FormSurroundings {
  readonly formId: string;
  /** Where the form's words stand, as a full key: `testimonies` or `testimonies.record`. */
  readonly wordsAt: string;
  /** The case in which references are looked up. */
  readonly caseId: string | null;
  /** Sentences by the path of their field. */
  readonly errors: Readonly<Record<string, string>>;
}

export const FormContext = createContext<FormSurroundings>({
  formId: "",
  wordsAt: "",
  caseId: null,
  errors: {},
});

export const wordsKey = (namespace: BrowserNamespace, under?: string): string =>
  under === undefined ? namespace : `${namespace}.${under}`;

export interface FieldWords {
  readonly label: string;
  readonly help: string | null;
  readonly example: string | null;
}

/** The words of a field. @param at its place below the form's words: `fields.title`, `fields.people.fields.role` */
export function useFieldWords(at: string): FieldWords {
  const { wordsAt } = use(FormContext);
  const t = useCatalogue();
  return useMemo(() => {
    const say = (key: string): string | null =>
      t.has(`${wordsAt}.${at}.${key}`) ? t(`${wordsAt}.${at}.${key}`) : null;
    return { label: t(`${wordsAt}.${at}.label`), help: say("help"), example: say("example") };
  }, [t, wordsAt, at]);
}

/** One further word of a field, such as `add` of a list; null where the catalogue has none. */
export function useFieldWord(
  at: string,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string | null {
  const { wordsAt } = use(FormContext);
  const t = useCatalogue();
  return t.has(`${wordsAt}.${at}.${key}`) ? t(`${wordsAt}.${at}.${key}`, values) : null;
}

export interface OptionText {
  readonly value: string;
  readonly label: string;
  readonly meaning: string | null;
  readonly group: string | null;
}

/** The options of a list in words. @param optionLabels where plain values have their words, as a full key */
export function useOptionTexts(
  options: readonly Option[],
  optionLabels: string | undefined,
  at: string,
): readonly OptionText[] {
  const { wordsAt } = use(FormContext);
  const t = useCatalogue();
  return useMemo(() => {
    const root = optionLabels ?? `${wordsAt}.${at}.options`;
    return options.map((option) => {
      if (typeof option !== "string") return { meaning: null, group: null, ...option };
      const key = `${root}.${option}`;
      if (!t.has(`${key}.label`)) return { value: option, label: t(key), meaning: null, group: null };
      const meaning = ["definition", "meaning"].find((word) => t.has(`${key}.${word}`));
      return {
        value: option,
        label: t(`${key}.label`),
        meaning: meaning === undefined ? null : t(`${key}.${meaning}`),
        group: null,
      };
    });
  }, [t, wordsAt, at, options, optionLabels]);
}

/** The languages a text of a case is most likely in; `und` is: not stated. */
const LANGUAGES = ["ar", "en", "ku", "ckb", "syr", "hy", "tr", "fa", "fr", "de", "ru", "und"];

/** Languages by name. */
export function useLanguageTexts(tags: readonly string[] = LANGUAGES): readonly OptionText[] {
  const nameOf = useLanguageName();
  return useMemo(
    () => tags.map((value) => ({ value, label: nameOf(value), meaning: null, group: null })),
    [tags, nameOf],
  );
}

export const fieldId = (formId: string, path: string): string => `${formId}-${path}`;
