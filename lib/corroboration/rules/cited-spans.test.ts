import { describe, expect, test } from "vitest";
import { faultsOfSpans } from "./cited-spans.ts";

const paragraphs = [
  { number: 1, original: "They came at night.", translation: "جاؤوا ليلاً." },
  { number: 3, original: "a😀b", translation: null },
];
const span = (
  paragraph: number,
  from: number,
  to: number,
  text: "original" | "translation" = "original",
) => ({
  paragraph,
  text,
  from,
  to,
});
const faults = (...spans: ReturnType<typeof span>[]) =>
  faultsOfSpans(spans, [1, 3], paragraphs).map(({ path, code }) => `${path} ${code}`);

describe("cited words", () => {
  test("lie within a paragraph that is cited, in a text that is there", () => {
    expect(faults(span(1, 5, 9), span(1, 0, 19), span(1, 0, 5, "translation"))).toEqual([]);
    expect(faults(span(2, 0, 1))).toEqual(["spans.0.paragraph no_such_paragraph"]);
    expect(faultsOfSpans([span(3, 0, 1)], [1], paragraphs)).toHaveLength(1);
    expect(faults(span(1, 0, 20))).toEqual(["spans.0.to outside_paragraph"]);
    expect(faults(span(1, 0, 1), span(1, 9, 5))).toEqual(["spans.1.to outside_paragraph"]);
    expect(faults(span(3, 0, 1, "translation"))).toEqual(["spans.0.text no_such_text"]);
  });

  test("are no half of a letter", () => {
    expect(faults(span(3, 0, 2))).toEqual(["spans.0.to within_letter"]);
    expect(faults(span(3, 2, 4))).toEqual(["spans.0.from within_letter"]);
    expect(faults(span(3, 1, 3))).toEqual([]);
  });
});
