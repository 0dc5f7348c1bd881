import { isolated } from "#components/ui/isolated.ts";
import type { OriginsAnswer } from "#lib/corroboration/queries/read-origins.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";

export type Origin = OriginsAnswer["origins"][number];
export type OriginRecord = Origin["records"][number];
type OriginStatement = OriginRecord["statements"][number];

/** What picture and tables of origins call things, in the language of this request. */
export async function originWords({ origins }: Pick<OriginsAnswer, "origins">) {
  const [t, evidence, codebook, noun, locale, format] = await Promise.all([
    translator("origins"),
    translator("corroboration"),
    translator("codebook"),
    translator("analysis"),
    requestLocale(),
    formats(),
  ]);
  /** The witness by code, or the source that speaks; null for a recording, in which nobody is named. */
  const who = ({ witness, source }: OriginRecord): string | null =>
    witness ?? (source && (locale === "ar" && source.nameAr ? source.nameAr : source.name));
  const numbers = new Map(origins.map(({ id }, at) => [id, at + 1]));
  const number = (id: string) => t("number", { number: numbers.get(id) ?? 0 });
  const weight = ({ weight: { quality, stances, withdrawn } }: OriginStatement): string | null => {
    if (withdrawn) return evidence("evidence.withdrawn");
    if (!stances.some((stance) => stance === "support" || stance === "contradict")) return null;
    return quality === 0 ? evidence("evidence.countsNothing") : evidence("evidence.weight", { quality });
  };
  return {
    who,
    number,
    /** The number of an origin and by whom or by which record it is known. */
    name: (id: string): string => {
      const [first] = origins.find((one) => one.id === id)?.records ?? [];
      return first === undefined
        ? number(id)
        : t("numberOf", { number: numbers.get(id) ?? 0, who: isolated(who(first) ?? first.code) });
    },
    noun: ({ type }: OriginRecord): string => noun(`noun.${type}`),
    /** How the speaker knows, or what of a recording was confirmed. */
    how: ({ type }: OriginRecord, { basis, mediaRank }: OriginStatement): string =>
      type === "media" ? codebook(`mediaRank.${mediaRank ?? "M0"}.label`) : codebook(`basis.${basis}.label`),
    /** In which sense a statement bears on the aspect, and how it counts. */
    counts: (statement: OriginStatement): string => {
      const { stances, firsthand, resolved } = statement.weight;
      const senses = stances.map((stance) => codebook(`stance.${stance}.label`));
      const more = [
        weight(statement),
        firsthand ? evidence("evidence.firsthand") : null,
        stances.includes("contradict") ? evidence(`evidence.${resolved ? "resolved" : "unresolved"}`) : null,
      ];
      return [format.list([...new Set(senses)]), ...more.filter((part) => part !== null)].join(" · ");
    },
    kinds: (kinds: readonly string[]): string =>
      format.list(kinds.map((kind) => evidence(`tie.${kind}.label`))),
  };
}

export type OriginWords = Awaited<ReturnType<typeof originWords>>;
