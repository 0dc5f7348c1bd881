import type { Stretch } from "#lib/core/word-diff.ts";
import classes from "./compare.module.css";

/** One side of a comparison: what only it says is struck through or underlined, never told by colour alone. */
export function ChangedText({ parts, side }: { parts: readonly Stretch[]; side: "removed" | "added" }) {
  const Mark = side === "removed" ? "del" : "ins";
  return parts
    .filter(({ kind }) => kind === "same" || kind === side)
    .map(({ kind, text }, index) =>
      kind === "same" ? (
        text
      ) : (
        // The parts of a text have no name but their place, and the page is drawn once.
        <Mark key={`${index}`} className={classes[side]}>
          {text}
        </Mark>
      ),
    );
}
