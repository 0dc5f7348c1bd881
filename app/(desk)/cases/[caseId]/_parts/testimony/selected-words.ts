import { type CitedWords, WORDS_OF } from "#components/ui/bilingual-text.tsx";

/**
 * The words that are selected within some texts, paragraph by paragraph; none where nothing but space is. A selection may
 * begin in one paragraph and end in another.
 */
export function selectedWords(root: HTMLElement, selection: Selection | null): CitedWords[] {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return [...root.querySelectorAll(`[${WORDS_OF}]`)].flatMap((element): CitedWords[] => {
    if (!range.intersectsNode(element)) return [];
    const [number = "", text] = (element.getAttribute(WORDS_OF) ?? "").split(" ");
    const from = element.contains(range.startContainer)
      ? lengthBefore(element, range.startContainer, range.startOffset)
      : 0;
    const whole = element.textContent ?? "";
    const to = element.contains(range.endContainer)
      ? lengthBefore(element, range.endContainer, range.endOffset)
      : whole.length;
    const words = whole.slice(from, to);
    if (words.trim() === "" || (text !== "original" && text !== "translation")) return [];
    const start = from + (words.length - words.trimStart().length);
    return [{ paragraph: Number(number), text, from: start, to: start + words.trim().length }];
  });
}

/** How many UTF-16 code units stand before a place in an element. */
function lengthBefore(element: Element, container: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(container, offset);
  return before.toString().length;
}
