import { expect, it } from "vitest";
import { cutAtMentions, mentionsIn, unfinishedMention, withMention } from "./comment.ts";

const rima = { id: "1", name: "Rima" };
const rimaHaddad = { id: "2", name: "Rima Haddad" };

it("sees a name being typed after an @ that begins a word, in both scripts, and no e-mail address", () => {
  expect(unfinishedMention("Ask @", 5)).toBe("");
  expect(unfinishedMention("Ask @Rima Ha", 12)).toBe("Rima Ha");
  expect(unfinishedMention("اسأل @ريم", 9)).toBe("ريم");
  expect(unfinishedMention("a@b", 3)).toBeNull();
  expect(unfinishedMention("Ask @Rima now", 3)).toBeNull();
  expect(unfinishedMention("@Rima\nnext", 10)).toBeNull();
});

it("puts the chosen name where the caret was and keeps what follows", () => {
  expect(withMention("Ask @Ri, please", 7, "Rima")).toEqual({ text: "Ask @Rima , please", caret: 10 });
});

it("calls those whose names still stand, and shows the longer of two names", () => {
  const text = "@Rima Haddad and @Rima (a)";
  expect(mentionsIn("@Rima Haddad", [rimaHaddad, { id: "3", name: "Omar" }])).toEqual([rimaHaddad]);
  expect(cutAtMentions(text, [rima, rimaHaddad])).toEqual([
    { text: "@Rima Haddad", calls: true },
    { text: " and ", calls: false },
    { text: "@Rima", calls: true },
    { text: " (a)", calls: false },
  ]);
  expect(cutAtMentions("plain (.*)", [])).toEqual([{ text: "plain (.*)", calls: false }]);
});
