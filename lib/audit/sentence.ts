/** An entry of the log as a sentence that needs no knowledge of the program. Safe for the browser. */
import type { Translate } from "#lib/i18n/translator.ts";
import { actWords, reasonWords, ruleWords } from "./words.ts";

/** What a search left in the log. */
interface Sought {
  /** In characters. */
  length: number;
  hits: number;
}

export interface Told {
  act: string;
  decision: string;
  /** The name of who did it; null for nobody who has an account. */
  person: string | null;
  role: string | null;
  objectCode: string | null;
  caseCode: string | null;
  reason: string | null;
  rules: readonly string[];
  repeats: number;
  sought: Sought | null;
}

/** The size and the hits of a search, where an event holds them. */
export const soughtIn = (event: { query_len?: number; hits?: number } | null | undefined): Sought | null =>
  event?.query_len === undefined ? null : { length: event.query_len, hits: event.hits ?? 0 };

/**
 * Who did what, to which record and why, or what was refused.
 * @param t of the catalogue `audit`, @param roles of `access`
 */
export function sentenceOf(t: Translate, roles: Translate, told: Told): string {
  const { act, sought, repeats } = told;
  const why = told.rules.map((rule) => ruleWords(t, rule));
  if (told.reason !== null) why.push(reasonOf(t, roles, told.reason));
  const values = {
    who: apart(told.person ?? t("nobody")),
    role: orNone(
      told.role !== null && roles.has(`role.${told.role}`) ? roles(`role.${told.role}`) : told.role,
    ),
    act: actWords(t, act),
    record: orNone(told.objectCode),
    case: orNone(told.caseCode),
    why: why.length === 0 ? NONE : why.join("; "),
  };
  if (act === "clock.adjust") return t("sentence.clock", values);
  if (act === "notFound.count") return t("sentence.notFound", { ...values, repeats });
  if (told.decision === "deny") return t("sentence.refused", { ...values, repeats });
  if (sought !== null) return t("sentence.searched", { ...values, ...sought });
  return t("sentence.done", values);
}

/** Where a role was given or ended, the entry's reason is which. */
const reasonOf = (t: Translate, roles: Translate, reason: string): string =>
  roles.has(`role.${reason}`) ? roles(`role.${reason}`) : reasonWords(t, reason);

/** What the messages leave out. */
const NONE = "none";
const orNone = (text: string | null): string => (text === null ? NONE : apart(text));

/** A name or a code keeps its own direction within a sentence. */
const apart = (text: string): string => `\u2068${text}\u2069`;
