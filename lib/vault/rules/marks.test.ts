import { describe, expect, it } from "vitest";
import { askedOfName, askedOfPaper, askedOfPhone, formsOfName, formsOfPaper, formsOfPhone } from "./marks.ts";

const meeting =
  (forms: (text: string) => string[], asked: (text: string) => string[]) =>
  (kept: string, typed: string): boolean => {
    const known = new Set(forms(kept));
    return asked(typed).some((form) => known.has(form));
  };
const phones = meeting(formsOfPhone, askedOfPhone);
const names = meeting(formsOfName, askedOfName);
const papers = meeting(formsOfPaper, askedOfPaper);
/** Which of some spellings do not find which. */
const apart = (meets: typeof names, ...spellings: string[]) =>
  spellings.flatMap((kept) =>
    spellings.flatMap((typed) => (meets(kept, typed) ? [] : [`${typed}, ${kept}`])),
  );

describe("the marks of a telephone number", () => {
  it("meet with and without the code of a country, however short the number is", () => {
    expect(apart(phones, "+961 70 123 456", "70 123 456", "0096170123456", "٧٠ ١٢٣ ٤٥٦")).toEqual([]);
    expect(apart(phones, "+961 3 123 456", "03 123 456", "+961 (0)3 123456")).toEqual([]);
    expect(apart(phones, "+49 30 123456", "030 123456", "+49 (0)30 123456")).toEqual([]);
    expect(apart(phones, "+963 944 123 456", "0944 123 456")).toEqual([]);
    expect(apart(phones, "+49 170 1234567", "0170 1234567")).toEqual([]);
    expect(apart(phones, "123 456", "123456")).toEqual([]);
  });

  it("do not meet where numbers merely end alike, nor where the end is short", () => {
    expect(phones("0944 123 456", "0934 123 456")).toBe(false);
    expect(phones("+963 944 123 456", "+963 934 123 456")).toBe(false);
    expect(phones("0944 123 456", "123456")).toBe(false);
    expect(phones("123", "123")).toBe(false);
  });

  it("of the rule before are found still", () => {
    expect(askedOfPhone("+963 944 123 456")).toContain("944123456");
    expect(askedOfPhone("011 222 333")).toContain("11222333");
  });
});

describe("the marks of a name", () => {
  it("meet where words that belong together are written as one or as two", () => {
    expect(apart(names, "عبد الرحمن", "عبدالرحمن", "عبد الرّحمٰن")).toEqual([]);
    expect(apart(names, "محمد عبد الله", "محمد عبدالله")).toEqual([]);
    expect(apart(names, "أبو بكر", "ابوبكر", "أبي بكر")).toEqual([]);
    expect(apart(names, "أم كلثوم", "امكلثوم")).toEqual([]);
    expect(
      apart(names, "Abdul Rahman", "Abdulrahman", "Abdel Rahman", "Abd al-Rahman", "Abdurrahman"),
    ).toEqual([]);
    expect(apart(names, "Abdullah", "Abdallah", "Abd Allah")).toEqual([]);
    expect(apart(names, "Abdul Latif", "Abdullatif", "Abdellatif")).toEqual([]);
    expect(apart(names, "Abu Bakr", "Abubakr", "Abou Bakr")).toEqual([]);
    expect(apart(names, "أحمد بن خالد", "أحمد خالد")).toEqual([]);
    expect(names("أبو بكر المصري", "ابوبكر")).toBe(true);
    expect(names("خالد أبو بكر المصري", "خالد ابوبكر")).toBe(true);
  });

  it("do not meet by a word that is in every other name", () => {
    expect(names("محمد عبد الرحمن", "محمد عبد القادر")).toBe(false);
    expect(names("خالد عبد الله", "محمد عبدالله")).toBe(false);
    expect(names("أحمد بن خالد", "سالم بن أحمد")).toBe(false);
    expect(names("Omar Haddad", "Omar")).toBe(false);
  });

  it("of many words are found by any two of the first twelve and by all", () => {
    const words = ["zayd", "wael", "samir", "nabil", "karim", "jamal", "hasan", "fadi", "basim", "adnan"];
    const long = words.join(" ");
    expect(names(long, "Zayd Wael")).toBe(true);
    expect(names(long, "Adnan Basim")).toBe(true);
    const longer = Array.from({ length: 20 }, (_, at) => `zayd${at}`).join(" ");
    expect(names(longer, longer)).toBe(true);
    expect(formsOfName(longer)).toHaveLength(1 + 66);
  });
});

it("the marks of a paper meet in both digits and all carriers of hamza, and by a number alone", () => {
  expect(apart(papers, "هوية أ ١٢٣٤", "هويه ا-1234")).toEqual([]);
  expect(papers("Passport N 0123456", "0123456")).toBe(true);
  expect(papers("Passport 12", "12")).toBe(false);
});
