import type { CompartmentName } from "#lib/compartments/vocabulary.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What a compartment is called here. @param t of the room `compartments` */
export function compartmentName(
  t: Translate,
  locale: Locale,
  { builtIn, name, nameAr }: CompartmentName,
): string {
  if (builtIn !== null) return t(`name.${builtIn}`);
  return (locale === "ar" ? nameAr : null) ?? name ?? "";
}
