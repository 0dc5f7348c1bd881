import { countryNames } from "#components/recipients/country-names.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import type { GivenAnswer } from "./ledger.ts";

/** An answer in words: yes in which form, with what limits; and what its record leaves open. */
export async function answerWords() {
  const [t, format, locale] = await Promise.all([translator("consent"), formats(), requestLocale()]);
  const nameOf = countryNames(locale);
  const words = ({ answer, form, recipientClass }: GivenAnswer): string =>
    answer !== "yes" || recipientClass === "ourselves"
      ? t(`answer.${answer}`)
      : `${t("answer.yes")}, ${t(`form.${form}`)}`;
  const limits = ({ country, endsAt, conditions, exclusions, refusedElements }: GivenAnswer): string[] => [
    ...(country === null ? [] : [nameOf(country)]),
    // The end is the first instant of the day after.
    ...(endsAt === null ? [] : [t("standing.until", { day: format.day(dayOf(endsAt - 1)) })]),
    ...conditions.map((condition) => t(`condition.${String(condition["kind"])}`)),
    ...(exclusions.length === 0 ? [] : [t("fields.exclusions.label")]),
    ...(refusedElements.length === 0
      ? []
      : [
          `${t("fields.refusedElements.label")}: ${format.list(refusedElements.map((one) => t(`element.${one}`)))}`,
        ]),
  ];
  const blanks = ({ process, answer }: GivenAnswer): string[] =>
    answer === "yes"
      ? Object.entries(process)
          .filter(([name, value]) => value === null && !OF_MINORS.includes(name))
          .map(([name]) => t(`fields.${name}.label`))
      : [];
  return { words, limits, blanks, dayOf: (at: number) => format.day(dayOf(at)) };
}

/** Named where they are asked for: on the form of a child's consent. */
const OF_MINORS = ["guardianId", "guardianIsSuspect", "assent"];

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
