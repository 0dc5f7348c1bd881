import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import arabic from "#lib/i18n/messages/ar/dates.json" with { type: "json" };
import english from "#lib/i18n/messages/en/dates.json" with { type: "json" };
import { type DateWords, describeDate } from "./describe-date.ts";
import { EDTF_PROBLEMS } from "./edtf-value.ts";
import { UnreadableDate } from "./uncertain-date.ts";

function wordsOf(locale: string, messages: Record<string, unknown>): DateWords {
  const onError = (error: Error): never => {
    throw error;
  };
  return createTranslator({ locale, messages, onError, timeZone: "UTC" }) as unknown as DateWords;
}

const en = wordsOf("en-GB", english);
const ar = wordsOf("ar-SY-u-nu-latn", arabic);

describe("a date in words", () => {
  it.each([
    ["2025-03-07", "7 March 2025", "7 آذار 2025"],
    ["2025-01", "January 2025", "كانون الثاني 2025"],
    ["2025", "2025", "2025"],
    ["2025-03~", "about March 2025", "نحو آذار 2025"],
    ["2025-03-07?", "7 March 2025 (uncertain)", "7 آذار 2025 (غير مؤكد)"],
    ["2025%", "about 2025 (uncertain)", "نحو 2025 (غير مؤكد)"],
    ["2025-03-06/2025-03-07", "6–7 March 2025", "من 6 إلى 7 آذار 2025"],
    ["2025-02-27/2025-03-07", "27 February – 7 March 2025", "من 27 شباط إلى 7 آذار 2025"],
    ["2025-06/2025-08", "June – August 2025", "من حزيران إلى آب 2025"],
    ["2024/2025", "2024–2025", "من 2024 إلى 2025"],
    ["2025/2025", "2025", "2025"],
    ["2025-03-07/2025-03-07", "7 March 2025", "7 آذار 2025"],
    ["2024-12/2025-01", "from December 2024 to January 2025", "من كانون الأول 2024 إلى كانون الثاني 2025"],
    [
      "2025-01-14~/2025-01-16",
      "from about 14 January 2025 to 16 January 2025",
      "من نحو 14 كانون الثاني 2025 إلى 16 كانون الثاني 2025",
    ],
    [
      "/2025-03-13",
      "on or before 13 March 2025, start unknown",
      "في 13 آذار 2025 أو قبله، والبداية غير معروفة",
    ],
    ["../2025-03-13", "up to 13 March 2025", "حتى 13 آذار 2025"],
    ["2024-12/..", "from December 2024 onwards", "ابتداءً من كانون الأول 2024 وما بعده"],
    ["2024-12/", "from December 2024, end unknown", "ابتداءً من كانون الأول 2024، والنهاية غير معروفة"],
    ["2025-03-XX", "a day in March 2025", "يوم غير محدد من آذار 2025"],
    ["2025-XX", "a month in 2025", "شهر غير محدد من عام 2025"],
    ["2025-XX-XX", "a day in 2025", "يوم غير محدد من عام 2025"],
    ["202X", "2020–2029", "من 2020 إلى 2029"],
    ["19XX", "1900–1999", "من 1900 إلى 1999"],
    ["XXXX-XX-XX", "date unknown", "التاريخ غير معروف"],
    ["2025-03-07T01:30", "7 March 2025, 01:30", "7 آذار 2025، الساعة 01:30"],
    [
      "2025-03-07T01:30:05+03:00",
      "7 March 2025, 01:30:05 (UTC+03:00)",
      "7 آذار 2025، الساعة 01:30:05 (UTC+03:00)",
    ],
    [
      "[2025-03-06,2025-03-07,2025-03-09]",
      "6 March 2025, 7 March 2025 or 9 March 2025",
      "6 آذار 2025، 7 آذار 2025 أو 9 آذار 2025",
    ],
    [
      "{2025-03-06..2025-03-08,2025-03-12}",
      "6–8 March 2025 and 12 March 2025",
      "من 6 إلى 8 آذار 2025 و12 آذار 2025",
    ],
    ["[..2025-03-13]", "on or before 13 March 2025", "في 13 آذار 2025 أو قبله"],
    ["[2025-03-13..]", "on or after 13 March 2025", "في 13 آذار 2025 أو بعده"],
  ])("%s", (edtf, inEnglish, inArabic) => {
    expect(describeDate(edtf, en)).toBe(inEnglish);
    expect(describeDate(edtf, ar)).toBe(inArabic);
  });

  it.each(EDTF_PROBLEMS)("can say in both languages that a text is %s", (problem) => {
    expect(english.invalid[problem]).toMatch(/\.$/);
    expect(arabic.invalid[problem]).toMatch(/\.$/);
  });

  it("refuses what is no date by name", () => {
    expect(() => describeDate("2025-22", en)).toThrow(UnreadableDate);
  });
});
