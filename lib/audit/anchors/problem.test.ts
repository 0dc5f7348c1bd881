import { expect, test } from "vitest";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { anchorProblems } from "./problem.ts";

test.each(LOCALES)("each fault of a place outside has words: %s", (locale) => {
  const t = translatorFor(locale, "audit");
  expect(anchorProblems.filter((why) => !t.has(`anchors.problems.${why}`))).toEqual([]);
});
