"use client";

import type { ReactNode } from "react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import classes from "./bilingual-text.module.css";
import { StatusPill } from "./status-pill.tsx";

export interface Paragraph {
  /** Stable for the life of the text; never recounted for display. */
  readonly number: number;
  readonly text: string;
}

export interface BilingualTextProps {
  readonly original: { readonly language: string; readonly paragraphs: readonly Paragraph[] };
  readonly translation?: {
    readonly language: string;
    readonly paragraphs: readonly Paragraph[];
    /** Who translated: a code, or the machine's name and version. */
    readonly translator: string;
    readonly machine: boolean;
    readonly reviewed: boolean;
  };
  /** What stands under a paragraph, by its number: statements cut from it, marks. */
  readonly notes?: Readonly<Record<number, ReactNode>>;
}

/** The original, always first, with its translation beside it, paragraph by paragraph, each in its own direction. */
export function BilingualText({ original, translation, notes = {} }: BilingualTextProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const translated = new Map(translation?.paragraphs.map(({ number, text }) => [number, text]));
  return (
    <div className={classes.text} data-single={translation === undefined || undefined}>
      <div className={classes.heads}>
        <span />
        <div className={classes.head}>
          <strong>{t("bilingual.original")}</strong>
          <span>{formats.language(original.language)}</span>
        </div>
        {translation === undefined ? null : (
          <div className={classes.head}>
            <strong>{t("bilingual.translation")}</strong>
            <span>{formats.language(translation.language)}</span>
            <span>
              {translation.machine
                ? t("bilingual.machine")
                : t("bilingual.by", { translator: translation.translator })}
            </span>
            <StatusPill
              tone={translation.reviewed ? "good" : "caution"}
              label={translation.reviewed ? t("bilingual.reviewed") : t("bilingual.notReviewed")}
            />
          </div>
        )}
      </div>
      {original.paragraphs.map(({ number, text }) => (
        <div key={number} id={`p${number}`} className={classes.row}>
          <a
            href={`#p${number}`}
            className={classes.number}
            aria-label={t("bilingual.paragraph", { number })}
          >
            <bdi>{formats.number(number)}</bdi>
          </a>
          <p lang={original.language} dir={directionOfLanguage(original.language)}>
            {text}
          </p>
          {translation === undefined ? null : (
            <Translated language={translation.language} text={translated.get(number)} />
          )}
          {notes[number] === undefined ? null : <div className={classes.note}>{notes[number]}</div>}
        </div>
      ))}
      {translation === undefined ? <p className={classes.none}>{t("bilingual.none")}</p> : null}
    </div>
  );
}

function Translated({ language, text }: { language: string; text: string | undefined }) {
  const t = useTranslator("ui");
  if (text === undefined) return <p className={classes.missing}>{t("bilingual.missing")}</p>;
  return (
    <p lang={language} dir={directionOfLanguage(language)} className={classes.translated}>
      {text}
    </p>
  );
}
