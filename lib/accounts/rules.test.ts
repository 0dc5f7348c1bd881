import { describe, expect, it } from "vitest";
import { isEasilyGuessed } from "./rules.ts";

const NAMES = ["amal.haddad", "Amal Haddad"];

describe("a password", () => {
  it.each([
    "passwordpassword1",
    "P@ssw0rdP@ssw0rd",
    "Password12345678",
    "iloveyouiloveyou",
    "football20262026",
    "superman batman",
    "1234567890123456789",
    "qwertyuiopasdfgh",
    "1qaz2wsx3edc4rfv",
    "abcdefghijklmnop",
    "aaaaaaaaaaaaaaaa",
    "01012000010120000",
    "amal.haddad.2026",
    "AmalHaddadAttest",
    "haddad-amal-haddad",
    "amalhaddad.password1",
    "amal.football1.haddad",
    "ضصثقفغعهخحجدضصث",
    "شسيبلاتنمكطشسيبلا",
    "١٢٣٤٥٦٧٨٩١٢٣٤٥٦",
  ])("that others use, that is a row of keys or one's own name is easily guessed: %s", (password) => {
    expect(isEasilyGuessed(password, NAMES)).toBe(true);
  });

  it.each([
    "the river is green",
    "summer holiday 2026!",
    "correct horse battery staple",
    "كلمات كثيرة لا صلة بينها",
    "v8Zq!n3Rw-0pTz_L",
    "long ".repeat(3) + "and with other words besides",
  ])("of several words or of chance is not: %s", (password) => {
    expect(isEasilyGuessed(password, NAMES)).toBe(false);
  });

  it("is looked at however long it is, and whatever it holds", () => {
    for (const password of ["x".repeat(200), "\u0000\u202e😀".repeat(50), "password1".repeat(22)])
      expect(isEasilyGuessed(password, NAMES)).toBe(true);
  });
});
