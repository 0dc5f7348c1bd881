import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";
import { levelWords } from "./level.tsx";

export interface Reason {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

interface Props {
  readonly reasons: readonly Reason[];
  /** What each origin is made of, by statement ids. */
  readonly origins: readonly { readonly id: string; readonly members: readonly string[] }[];
  /** The code of each statement by its id. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Why the evidence reaches the level it reaches, as sentences: what was weighed, what carries it, what stops it. */
export async function CeilingWhy({ reasons, origins, codes }: Props) {
  const [t, format, level] = await Promise.all([translator("corroboration"), formats(), levelWords()]);
  // A code keeps its direction inside a sentence of the other (U+2068 first strong isolate, U+2069 pop).
  const named = (ids: readonly string[]) =>
    format.list(ids.map((id) => `\u2068${codes.get(id) ?? "…"}\u2069`));
  const membersOf = (id: string) => origins.find((origin) => origin.id === id)?.members ?? [id];
  const wordOf: Readonly<Record<string, (value: unknown) => string>> = {
    items: (value) => named(idsIn(value)),
    kinds: (value) => format.list(idsIn(value).map((kind) => t(`tie.${kind}.label`))),
    from: (value) => level(Number(value)),
    to: (value) => level(Number(value)),
  };
  const ofOrigin = (value: unknown) => named(idsIn(value).flatMap(membersOf));
  const worded = (name: string, value: string | number | readonly string[]): [string, string | number] => {
    if (typeof value === "number" && wordOf[name] === undefined) return [name, value];
    return [name, (wordOf[name] ?? ofOrigin)(value)];
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

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
