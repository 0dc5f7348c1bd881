/** Escape pressed this often, within this time, leaves. */
const PRESSES = 3;
const WITHIN_MS = 1_500;

/** What is heard of a key. */
type Press = Pick<KeyboardEvent, "key" | "repeat" | "isComposing">;

/**
 * Counts one more key. A key that is held down, one of an input method that composes a word, and any other key begin nothing.
 * @param before when Escape was pressed lately, in ms
 * @returns the presses that still count, and whether they are enough to leave
 */
export function escapePressed(
  before: readonly number[],
  { key, repeat, isComposing }: Press,
  now: number,
): { readonly presses: readonly number[]; readonly leaves: boolean } {
  if (isComposing || repeat) return { presses: before, leaves: false };
  if (key !== "Escape") return { presses: [], leaves: false };
  const presses = [...before.filter((at) => now - at < WITHIN_MS), now];
  return { presses, leaves: presses.length >= PRESSES };
}
