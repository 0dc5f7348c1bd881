import { describe, expect, it } from "vitest";
import { citedText } from "./cited-text.ts";

const paragraph = (number: number, original: string, translation: string | null = null) => ({
  number,
  original,
  translation,
});
const told = [paragraph(1, "I was at the bridge."), paragraph(2, "They came from the north.", "n")];
const cut = { isDraft: false, paragraphs: told };

describe("the words that a statement was cut from", () => {
  it("are accepted when the newest accepted version says the same, whatever it adds", () => {
    expect(citedText(cut, told, null)).toBe("accepted");
    expect(citedText(cut, [...told, paragraph(3, "It was dark.")], null)).toBe("accepted");
  });

  it("are changed when the accepted version says something else there, or no longer says it", () => {
    const south = [paragraph(1, "I was at the bridge."), paragraph(2, "They came from the south.", "n")];
    expect(citedText(cut, south, [2])).toBe("changed");
    expect(citedText(cut, south, null)).toBe("changed");
    expect(citedText(cut, south, [1])).toBe("accepted");
    expect(citedText(cut, [paragraph(1, "I was at the bridge.")], [2])).toBe("changed");
  });

  it("are changed with their translation, which a reviewer may have decided on", () => {
    const retold = [paragraph(1, "I was at the bridge."), paragraph(2, "They came from the north.", "s")];
    expect(citedText(cut, retold, [2])).toBe("changed");
  });

  it("are not accepted as long as nobody accepted a version, or while they are a draft's", () => {
    expect(citedText(cut, null, null)).toBe("not_accepted");
    expect(citedText({ ...cut, isDraft: true }, told, null)).toBe("not_accepted");
    expect(citedText(null, told, null)).toBe("not_accepted");
  });
});
