import { createTranslator } from "use-intl/core";
import { DEFAULT_TIME_ZONE } from "./format.ts";
import { FORMAT_TAGS, type Locale } from "./locales.ts";
import { catalogueOf, type Namespace } from "./messages.ts";
import { missingMessage, reportMessageError, type Translate, untypedKeys } from "./translator.ts";

/**
 * A translator for code without a request: command line, documents, jobs, tests.
 * A key that is missing shows as `⟦namespace.key⟧`, so that no page falls over for a word.
 */
export function translatorFor(locale: Locale, namespace: Namespace): Translate {
  const read = createTranslator({
    locale: FORMAT_TAGS[locale],
    namespace,
    messages: catalogueOf(locale),
    timeZone: DEFAULT_TIME_ZONE,
    onError: reportMessageError,
    getMessageFallback: missingMessage,
  });
  return untypedKeys(read);
}
