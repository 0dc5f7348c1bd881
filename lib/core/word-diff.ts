/** A stretch of a text that both sides have, or one only. */
export interface Stretch {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Above this many differing words the texts have little in common: the old one is shown whole, then the new one. */
const DIFFERENCES_MAX = 1_500;

// Words as letters and marks, everything else sign by sign: fits Arabic and Latin text, and joins back without a loss.
const TOKENS = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu;

/**
 * What changed between two texts, word by word (E. Myers, "An O(ND) Difference Algorithm", 1986). The stretches that are
 * not `added` make up `before`, those that are not `removed` make up `after`.
 */
export function wordDiff(before: string, after: string): readonly Stretch[] {
  const [a, b] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []];
  const trace = forward(a, b);
  if (trace === null) return joined([stretch("removed", before), stretch("added", after)]);
  return joined(backward(a, b, trace));
}

const stretch = (kind: Stretch["kind"], text: string): Stretch => ({ kind, text });

/** The furthest points reached with each number of differences; null when there are too many. */
function forward(a: readonly string[], b: readonly string[]): Map<number, number>[] | null {
  const reached = new Map([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, DIFFERENCES_MAX); d++) {
    trace.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      let x = startOn(reached, k, d);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return null;
}

/** Where the path on diagonal `k` begins with its `d`th difference: after a word that was added, or one removed. */
function startOn(reached: ReadonlyMap<number, number>, k: number, d: number): number {
  const [above, below] = [reached.get(k + 1) ?? 0, reached.get(k - 1) ?? 0];
  return k === -d || (k !== d && below < above) ? above : below + 1;
}

function backward(
  a: readonly string[],
  b: readonly string[],
  trace: readonly Map<number, number>[],
): Stretch[] {
  const found: Stretch[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reached = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const wasAdded = k === -d || (k !== d && (reached.get(k - 1) ?? 0) < (reached.get(k + 1) ?? 0));
    const fromX = reached.get(wasAdded ? k + 1 : k - 1) ?? 0;
    const fromY = fromX - (wasAdded ? k + 1 : k - 1);
    // Back along the words in common, to where this difference was made.
    const [stopX, stopY] = d === 0 ? [0, 0] : wasAdded ? [fromX, fromY + 1] : [fromX + 1, fromY];
    for (; x > stopX && y > stopY; y--) found.push(stretch("same", a[--x] ?? ""));
    if (d > 0) found.push(wasAdded ? stretch("added", b[--y] ?? "") : stretch("removed", a[--x] ?? ""));
  }
  return found.reverse();
}

/** Neighbours of one kind as one stretch. */
function joined(parts: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.text === "") continue;
    if (last?.kind === part.kind) out[out.length - 1] = stretch(part.kind, last.text + part.text);
    else out.push(part);
  }
  return out;
}
