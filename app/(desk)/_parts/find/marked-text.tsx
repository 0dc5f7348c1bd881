import type { Marked } from "#lib/search/vocabulary.ts";
import classes from "./find.module.css";

/** A text with the words that were looked for marked, in its own direction. */
export function MarkedText({ of: { text, marks } }: { of: Marked }) {
  const parts = marks.map(([start, end], at) => ({
    before: text.slice(marks[at - 1]?.[1] ?? 0, start),
    word: text.slice(start, end),
    start,
  }));
  return (
    <bdi>
      {parts.map(({ before, word, start }) => (
        <span key={start}>
          {before}
          <mark className={classes.mark}>{word}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  );
}
