import { expect, it } from "vitest";
import { countText } from "./counted.ts";
import { formatsFor } from "./format.ts";
import { translatorFor } from "./translate.ts";

it("says a number as far as it was counted, and that there are more beyond", () => {
  const say = (locale: "en" | "ar", count: number) =>
    countText(count, formatsFor(locale), translatorFor(locale, "common"));
  expect([say("en", 0), say("en", 10_000), say("en", 10_001)]).toEqual(["0", "10,000", "10,000+"]);
  expect([say("ar", 312), say("ar", 10_001)]).toEqual(["312", "أكثر من 10,000"]);
});
