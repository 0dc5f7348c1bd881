import { describe, expect, it } from "vitest";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { commands, queries } from "#lib/registry.ts";
import { sentenceOf, soughtIn, type Told } from "./sentence.ts";

const told = (over: Partial<Told>): Told => ({
  act: "testimony.read",
  decision: "allow",
  person: "Rana Q.",
  role: "reviewer",
  objectCode: "T-ABC123",
  caseCode: "C-XYZ789",
  reason: null,
  rules: [],
  repeats: 0,
  sought: null,
  ...over,
});
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/gu, "");

describe.each(LOCALES)("an entry in %s", (locale) => {
  const [t, roles] = [translatorFor(locale, "audit"), translatorFor(locale, "access")];

  it("is a sentence with who, what, where and why, for every verb, done and refused", () => {
    const acts = [...commands, ...queries].map(({ name }) => name);
    for (const act of acts) {
      for (const decision of ["allow", "deny"]) {
        const said = sentenceOf(t, roles, told({ act, decision, reason: "court", rules: ["role.missing"] }));
        expect(said).not.toMatch(/⟦|\{|\bnone\b|undefined/);
        expect(said).not.toContain(act);
        for (const part of ["Rana Q.", "T-ABC123", "C-XYZ789", roles("role.reviewer"), t("reasons.court")])
          expect(said).toContain(part);
      }
    }
  });

  it("leaves out what is not there, and sets names and codes apart", () => {
    const bare = sentenceOf(
      t,
      roles,
      told({ person: null, role: null, objectCode: null, caseCode: null, act: "session.begin" }),
    );
    expect(bare).not.toMatch(/⟦|\bnone\b|null|\(\)/);
    expect(sentenceOf(t, roles, told({}))).toContain("\u2068T-ABC123\u2069");
  });

  it("names the role that was given or ended", () => {
    const said = sentenceOf(t, roles, told({ act: "role.grant", reason: "senior_reviewer" }));
    expect(said).toContain(roles("role.senior_reviewer"));
    expect(said).not.toContain("senior_reviewer");
  });

  it("tells searches, counts and clocks in their own words", () => {
    const acts = ["search.find", "notFound.count", "clock.adjust"].map((act) =>
      sentenceOf(
        t,
        roles,
        told({ act, repeats: 24, sought: act === "search.find" ? { length: 12, hits: 3 } : null }),
      ),
    );
    expect(acts[0]).toMatch(/(12|١٢).*(3|٣)/);
    expect(acts[1]).toMatch(/24|٢٤/);
    expect(new Set(acts).size).toBe(3);
    for (const said of acts) expect(said).not.toMatch(/⟦|\{|\bnone\b/);
  });
});

it("reads in English as one would say it", () => {
  const [t, roles] = [translatorFor("en", "audit"), translatorFor("en", "access")];
  expect(plain(sentenceOf(t, roles, told({})))).toBe(
    "Rana Q. (Reviewer) did this: “Read a testimony”, on the record T-ABC123, in the case C-XYZ789.",
  );
  const searched = told({ act: "search.find", objectCode: null, sought: { length: 12, hits: 3 } });
  expect(plain(sentenceOf(t, roles, searched))).toBe(
    "Rana Q. (Reviewer) did this: “Search the records”, in the case C-XYZ789, for something of 12 letters, and found 3 results.",
  );
  expect(soughtIn({ query_len: 4 })).toEqual({ length: 4, hits: 0 });
  expect(soughtIn({ hits: 4 })).toBeNull();
});
