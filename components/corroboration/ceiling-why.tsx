import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";

export interface Reason {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

interface Props {
  readonly reasons: readonly Reason[];
  /** What each origin is made of, by statement ids. */
  readonly origins: readonly { readonly id: string; readonly members: readonly string[] }[];
  /** What each statement is called, by its id: who says so, and how they know. */
  readonly names: ReadonlyMap<string, string>;
}

/** So many statements are named in one sentence; of thirty copies the rest is a number. */
const NAMED_MAX = 4;

/** Why the evidence reaches the level it reaches, as sentences: what was weighed, what carries it, what stops it. */
export async function CeilingWhy({ reasons, origins, names }: Props) {
  const [t, format] = await Promise.all([translator("corroboration"), formats()]);
  const named = (ids: readonly string[]) => {
    const shown = ids.length > NAMED_MAX ? ids.slice(0, NAMED_MAX - 1) : ids;
    const rest = ids.length - shown.length;
    return format.list([
      ...shown.map((id) => names.get(id) ?? "…"),
      ...(rest === 0 ? [] : [t("evidence.more", { count: rest })]),
    ]);
  };
  const membersOf = (id: string) => origins.find((origin) => origin.id === id)?.members ?? [id];
  const level = (value: number) => t("levelInText", { level: value, words: t(`level.${value}.label`) });
  const worded = (name: string, value: string | number | readonly string[]): [string, string | number] => {
    if (typeof value === "number") return [name, LEVELS.has(name) ? level(value) : value];
    const ids = typeof value === "string" ? [value] : value;
    if (name === "kinds") return [name, format.list(ids.map((kind) => t(`tie.${kind}.label`)))];
    return [name, named(name === "items" ? ids : ids.flatMap(membersOf))];
  };
  const say = ({ key, params }: Reason) =>
    t(
      `reason.${key}`,
      Object.fromEntries(Object.entries(params).map(([name, value]) => worded(name, value))),
    );
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => {
        const text = say(reason);
        return <li key={text}>{text}</li>;
      })}
    </ul>
  );
}

/** Parameters that are levels of determination, which are never said as a bare number. */
const LEVELS = new Set(["level", "from", "to"]);
