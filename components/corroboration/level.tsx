import { translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";

/** Puts a level into words: never a bare number. */
export async function levelWords(): Promise<(level: number | null) => string> {
  const t = await translator("corroboration");
  return (level) =>
    level === null ? t("noLevel") : t("levelWords", { level, words: t(`level.${level}.label`) });
}

/** A level with what it means, for places where it decides something. */
export async function Level({ value }: { value: number | null }) {
  const [t, words] = await Promise.all([translator("corroboration"), levelWords()]);
  return (
    <>
      <strong>{words(value)}</strong>
      {value === null ? null : <span className={classes.quiet}> {t(`level.${value}.meaning`)}</span>}
    </>
  );
}
