"use client";

import type { ReactNode } from "react";
import { useIsUnderCover } from "#components/care/cover-context.ts";
import { useFormats, useLanguageName, useTranslator } from "#lib/i18n/client.tsx";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import classes from "./bilingual-text.module.css";
import { piecesOf } from "./marked-words.ts";
import { StatusPill } from "./status-pill.tsx";
import { useFragment } from "./use-fragment.ts";

export interface Paragraph {
  /** Stable for the life of the text; never recounted for display. */
  readonly number: number;
  readonly original: string;
  readonly translation: string | null;
}

export interface BilingualTextProps {
  readonly paragraphs: readonly Paragraph[];
  /** BCP 47. */
  readonly originalLanguage: string;
  /** Absent: there is no translation. */
  readonly translation?: {
    readonly language: string;
    /** Who translated, in words: a role, a code, or a machine with its version. */
    readonly translator: string | null;
    readonly reviewed?: boolean;
  };
  /** What stands under a paragraph, by its number: statements cut from it, marks. */
  readonly notes?: Readonly<Record<number, ReactNode>>;
  /** Words that are marked, as places between UTF-16 code units. */
  readonly cited?: readonly CitedWords[];
}

export interface CitedWords {
  readonly paragraph: number;
  readonly text: "original" | "translation";
  readonly from: number;
  readonly to: number;
}

/** Names the paragraph and the text that an element holds, and nothing else: `12 original`. */
export const WORDS_OF = "data-words-of";

/** The original, always first, with its translation beside it, paragraph by paragraph, each in its own direction. */
export function BilingualText({
  paragraphs,
  originalLanguage,
  translation,
  notes = {},
  cited = [],
}: BilingualTextProps) {
  const t = useTranslator("ui");
  const formats = useFormats();
  const nameOf = useLanguageName();
  const isUnderCover = useIsUnderCover();
  const fragment = useFragment(isUnderCover);
  return (
    <div className={classes.text} data-single={translation === undefined || undefined}>
      <div className={classes.heads}>
        <span />
        <div className={classes.head}>
          <strong>{t("bilingual.original")}</strong>
          <span>{nameOf(originalLanguage)}</span>
        </div>
        {translation === undefined ? null : <TranslationHead translation={translation} />}
      </div>
      {paragraphs.map(({ number, original, translation: translated }) => (
        <div
          key={number}
          id={isUnderCover ? undefined : `p${number}`}
          tabIndex={-1}
          className={classes.row}
          data-found={fragment === `p${number}` || undefined}
        >
          <a
            href={`#p${number}`}
            className={classes.number}
            aria-label={t("bilingual.paragraph", { number })}
          >
            <bdi>{formats.number(number)}</bdi>
          </a>
          <p
            lang={originalLanguage}
            dir={directionOfLanguage(originalLanguage)}
            {...{ [WORDS_OF]: `${number} original` }}
          >
            <Words text={original} cited={citedIn(cited, number, "original")} />
          </p>
          {translation === undefined ? null : (
            <Translated
              language={translation.language}
              number={number}
              text={translated}
              cited={citedIn(cited, number, "translation")}
            />
          )}
          {notes[number] === undefined ? null : <div className={classes.note}>{notes[number]}</div>}
        </div>
      ))}
      {translation === undefined ? <p className={classes.none}>{t("bilingual.none")}</p> : null}
    </div>
  );
}

function TranslationHead({ translation }: { translation: NonNullable<BilingualTextProps["translation"]> }) {
  const t = useTranslator("ui");
  const nameOf = useLanguageName();
  const { language, translator, reviewed } = translation;
  return (
    <div className={classes.head}>
      <strong>{t("bilingual.translation")}</strong>
      <span>{nameOf(language)}</span>
      {translator === null ? null : <span>{t("bilingual.by", { translator })}</span>}
      {reviewed === undefined ? null : (
        <StatusPill
          tone={reviewed ? "good" : "caution"}
          label={reviewed ? t("bilingual.reviewed") : t("bilingual.notReviewed")}
        />
      )}
    </div>
  );
}

interface TranslatedProps {
  language: string;
  number: number;
  text: string | null;
  cited: readonly CitedWords[];
}

function Translated({ language, number, text, cited }: TranslatedProps) {
  const t = useTranslator("ui");
  if (text === null || text === "") return <p className={classes.missing}>{t("bilingual.missing")}</p>;
  return (
    <p
      lang={language}
      dir={directionOfLanguage(language)}
      className={classes.translated}
      {...{ [WORDS_OF]: `${number} translation` }}
    >
      <Words text={text} cited={cited} />
    </p>
  );
}

const citedIn = (cited: readonly CitedWords[], number: number, text: CitedWords["text"]) =>
  cited.filter((one) => one.paragraph === number && one.text === text);

/** A text with the words marked that are cited. */
function Words({ text, cited }: { text: string; cited: readonly CitedWords[] }) {
  if (cited.length === 0) return text;
  let at = 0;
  return piecesOf(text, cited).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isCited ? <mark key={key}>{piece.text}</mark> : piece.text;
  });
}
