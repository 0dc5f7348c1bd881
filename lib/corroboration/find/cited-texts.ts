/** How the words that statements were cut from stand in the accepted texts; many statements at a time. */
import { inArray } from "drizzle-orm";
import { testimonyVersions } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { citedText, type CitedText } from "../rules/cited-text.ts";
import { inPieces } from "./in-pieces.ts";

/** What a statement was cut from. */
export interface Citation {
  readonly testimonyId: string | null;
  readonly citedNumber: number | null;
  /** Numbers of the cited paragraphs; null for the whole version. */
  readonly paragraphs: readonly number[] | null;
  /** Of the testimony: number of its newest accepted version. */
  readonly acceptedNumber: number | null;
}

/**
 * Judges citations by `citedText`; what is cut from no testimony has no text to accept. Only texts that must be compared
 * are read: of testimonies whose accepted version is another than the cited.
 * @param citations those to be judged; the answer knows no others
 */
export async function citedTexts(
  read: Reader,
  citations: readonly Citation[],
): Promise<(citation: Citation) => CitedText> {
  const texts = await textsOf(read, citations);
  return ({ testimonyId, citedNumber, acceptedNumber, paragraphs }) => {
    // What was cut from the newest accepted version stands in it: its text is not read.
    if (testimonyId === null || (citedNumber !== null && citedNumber === acceptedNumber)) return "accepted";
    const at = (number: number | null) =>
      number === null ? undefined : texts.get(versionKey(testimonyId, number));
    const cited = at(citedNumber);
    return citedText(
      cited ? { isDraft: cited.stage === "draft", paragraphs: cited.paragraphs } : null,
      at(acceptedNumber)?.paragraphs ?? null,
      paragraphs,
    );
  };
}

type Texts = ReadonlyMap<string, Pick<typeof testimonyVersions.$inferSelect, "stage" | "paragraphs">>;

const versionKey = (testimonyId: string, number: number) => `${testimonyId}/${number}`;

async function textsOf(read: Reader, citations: readonly Citation[]): Promise<Texts> {
  const compared = citations.filter(
    ({ citedNumber, acceptedNumber }) => acceptedNumber !== null && citedNumber !== acceptedNumber,
  );
  const wanted = new Set(
    compared.flatMap(({ testimonyId, citedNumber, acceptedNumber }) =>
      [citedNumber, acceptedNumber].map((number) => versionKey(testimonyId ?? "", number ?? 0)),
    ),
  );
  const versions = await inPieces(
    compared.flatMap(({ testimonyId }) => testimonyId ?? []),
    async (some) => {
      const rows = await read
        .select({
          testimonyId: testimonyVersions.testimonyId,
          number: testimonyVersions.number,
          stage: testimonyVersions.stage,
          paragraphs: testimonyVersions.paragraphs,
        })
        .from(testimonyVersions)
        .where(inArray(testimonyVersions.testimonyId, some));
      return rows.filter((row) => wanted.has(versionKey(row.testimonyId, row.number)));
    },
  );
  return new Map(versions.map((one) => [versionKey(one.testimonyId, one.number), one]));
}
