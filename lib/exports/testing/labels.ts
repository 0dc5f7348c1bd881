import arCodebook from "#lib/i18n/messages/ar/codebook.json" with { type: "json" };
import arDates from "#lib/i18n/messages/ar/dates.json" with { type: "json" };
import arDossier from "#lib/i18n/messages/ar/dossier.json" with { type: "json" };
import enCodebook from "#lib/i18n/messages/en/codebook.json" with { type: "json" };
import enDates from "#lib/i18n/messages/en/dates.json" with { type: "json" };
import enDossier from "#lib/i18n/messages/en/dossier.json" with { type: "json" };
import type { DossierLabels } from "../formats/words.ts";

/** The catalogues a dossier is written with. */
export const testLabels: DossierLabels = {
  en: { dossier: enDossier, codebook: enCodebook, dates: enDates },
  ar: { dossier: arDossier, codebook: arCodebook, dates: arDates },
};
