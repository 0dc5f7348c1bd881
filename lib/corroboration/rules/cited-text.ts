import type { Paragraph } from "#db/schema/testimonies.ts";

/**
 * Whether the words that a statement was cut from stand in the text that a reviewer accepted. `not_accepted`: no version of
 * the testimony was, or the words are those of a draft, which may still become others. `changed`: the newest accepted
 * version says something else there.
 */
export type CitedText = "accepted" | "not_accepted" | "changed";

/** The version that a statement was cut from. */
export interface CitedVersion {
  readonly isDraft: boolean;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * How cited words stand in the accepted text. A version that was submitted never changes, so one that was returned may be
 * cited as long as the accepted one says the same; what an amendment adds elsewhere does not touch it.
 * @param cited the version that the statement names; null when there is none
 * @param accepted paragraphs of the newest accepted version; null when none was accepted
 * @param chosen numbers of the cited paragraphs; null for all of the cited version
 */
export function citedText(
  cited: CitedVersion | null,
  accepted: readonly Paragraph[] | null,
  chosen: readonly number[] | null,
): CitedText {
  if (cited === null || cited.isDraft || accepted === null) return "not_accepted";
  const standing = new Map(accepted.map((paragraph) => [paragraph.number, paragraph]));
  const words = cited.paragraphs.filter(({ number }) => chosen === null || chosen.includes(number));
  return words.every((one) => saysTheSame(one, standing.get(one.number))) ? "accepted" : "changed";
}

/** The translation counts too: it is what a reviewer who does not read the original decided on. */
const saysTheSame = (one: Paragraph, other: Paragraph | undefined): boolean =>
  one.original === other?.original && one.translation === other.translation;
