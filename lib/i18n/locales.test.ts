import { describe, expect, it } from "vitest";
import { chooseLocale, directionOf, directionOfLanguage } from "./locales.ts";

describe("the interface language of a request", () => {
  it("is the person's choice before the browser's", () => {
    expect(chooseLocale("ar", "en-GB,en;q=0.9")).toBe("ar");
  });
  it("is the best of what the browser asks for", () => {
    expect(chooseLocale(undefined, "de;q=0.9, en;q=0.5, ar-SY;q=0.8")).toBe("ar");
    expect(chooseLocale(undefined, "ar;q=0, en")).toBe("en");
  });
  it("is English when nothing fits", () => {
    expect(chooseLocale("xx", null)).toBe("en");
    expect(chooseLocale(undefined, "de, fr;q=0.3")).toBe("en");
  });
});

describe("the writing direction", () => {
  it("follows the language of the text, and a script subtag before it", () => {
    expect(directionOf("ar")).toBe("rtl");
    expect(directionOfLanguage("ckb")).toBe("rtl");
    expect(directionOfLanguage("ar-Latn")).toBe("ltr");
    expect(directionOfLanguage("ku-Arab")).toBe("rtl");
    expect(directionOfLanguage("hy")).toBe("ltr");
  });
});
