import type { CitedSpan } from "#db/schema/corroboration.ts";
import type { Paragraph } from "#db/schema/testimonies.ts";
import type { FieldProblem } from "#lib/core/refusals.ts";

/**
 * What is wrong with the words that a statement is cut from: they lie within a paragraph that it cites, in a text that is
 * there, and are no half of a letter. Nothing is moved to fit: whoever cites says which words.
 * @param chosen numbers of the cited paragraphs; null for the whole version
 * @param paragraphs of the cited version
 */
export function faultsOfSpans(
  spans: readonly CitedSpan[],
  chosen: readonly number[] | null,
  paragraphs: readonly Paragraph[],
): FieldProblem[] {
  const byNumber = new Map(paragraphs.map((one) => [one.number, one]));
  return spans.flatMap((span, index): FieldProblem[] => {
    const paragraph = byNumber.get(span.paragraph);
    const fault = (name: string, code: string) => [{ path: `spans.${index}.${name}`, code }];
    if (!paragraph || chosen?.includes(span.paragraph) !== true)
      return fault("paragraph", "no_such_paragraph");
    const text = paragraph[span.text];
    if (text === null) return fault("text", "no_such_text");
    if (span.to <= span.from || span.to > text.length) return fault("to", "outside_paragraph");
    if (isWithinLetter(text, span.from)) return fault("from", "within_letter");
    return isWithinLetter(text, span.to) ? fault("to", "within_letter") : [];
  });
}

/** Between the two halves of a character beyond the basic plane (UTF-16 surrogates). */
function isWithinLetter(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") && /[\uD800-\uDBFF]/.test(text[at - 1] ?? "");
}
