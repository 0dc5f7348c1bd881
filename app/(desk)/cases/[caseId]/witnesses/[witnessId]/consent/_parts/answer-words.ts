import { countryNames } from "#components/recipients/country-names.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../../_parts/local-names.ts";
import type { GivenAnswer } from "./ledger.ts";

/** An answer in words: yes in which form, with what limits; and what its record leaves open, or says was not done. */
export async function answerWords() {
  const [t, format, locale, named] = await Promise.all([
    translator("consent"),
    formats(),
    requestLocale(),
    localNames(),
  ]);
  const nameOf = countryNames(locale);
  const day = (at: number): string => format.day(new Date(at).toISOString().slice(0, 10));
  const labelled = (field: string, words: readonly string[]): string[] =>
    words.length === 0 ? [] : [`${t(`fields.${field}.label`)}: ${format.list(words)}`];
  const words = ({ answer, form, recipientClass }: GivenAnswer): string =>
    answer !== "yes" || recipientClass === "ourselves"
      ? t(`answer.${answer}`)
      : `${t("answer.yes")}, ${t(`form.${form}`)}`;
  const conditionWords = ({ kind, until }: Readonly<Record<string, unknown>>): string =>
    // The end is the first instant of the day after.
    kind === "embargo_until"
      ? `${t("fields.embargoUntil.label")} ${day(Number(until) - 1)}`
      : t(`condition.${String(kind)}`);
  const limits = ({ country, endsAt, conditions, exclusions, refusedElements }: GivenAnswer): string[] => [
    ...(country === null ? [] : [nameOf(country)]),
    ...(endsAt === null ? [] : [t("standing.until", { day: day(endsAt - 1) })]),
    ...conditions.map(conditionWords),
    ...labelled(
      "exclusions",
      exclusions.map((one) => (one === null ? t("history.hidden") : named(one.name, one.nameAr))),
    ),
    ...labelled(
      "refusedElements",
      refusedElements.map((one) => t(`element.${one}`)),
    ),
  ];
  return { words, limits, day };
}

/** Asked of a child's consent only. */
const OF_MINORS = ["hasGuardian", "guardianIsSuspect", "assent"];

/** Done or not, a "no" to which closes; whether there was an interpreter is no such question. */
const DUTIES = ["risksExplained", "rightToRefuse", "noPaymentOrPromise", "assent"];

/** Of how a person was asked, the fields that are blank and those that were answered with no. */
export function gapsIn({ process, answer }: GivenAnswer, isChild: boolean) {
  const fields = answer === "yes" ? Object.entries(process) : [];
  const named = (name: string): string => (name === "hasGuardian" ? "guardianId" : name);
  return {
    blank: fields
      .filter(([name, value]) => value === null && (isChild || !OF_MINORS.includes(name)))
      .map(([name]) => named(name)),
    notDone: fields
      .filter(([name, value]) => value === false && DUTIES.includes(name))
      .map(([name]) => named(name)),
  };
}
