/** One piece of a paragraph, cited or not. */
export interface Piece {
  readonly text: string;
  readonly isCited: boolean;
}

/** A paragraph in pieces, those that some spans cite apart from the rest; spans may overlap. */
export function piecesOf(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    const start = Math.max(at, from);
    if (start > at) pieces.push({ text: text.slice(at, start), isCited: false });
    const before = pieces.at(-1);
    if (before?.isCited === true && start === at)
      pieces[pieces.length - 1] = { text: before.text + text.slice(start, to), isCited: true };
    else pieces.push({ text: text.slice(start, to), isCited: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isCited: false });
  return pieces;
}
