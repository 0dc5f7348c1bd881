/** What has to be cut out of a dossier, and whether anything in it says what is not to leave. */
import { inArray } from "drizzle-orm";
import { testimonyVersions } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { inPieces } from "#lib/corroboration/find/in-pieces.ts";
import { newestReadings } from "#lib/third-persons/find.ts";
import { cutterOf } from "#lib/third-persons/rules.ts";
import { Dossier } from "../dossier.ts";
import { throughTexts } from "../rules/cut-out.ts";
import { countLeaks } from "../rules/leaks.ts";
import type { Material } from "./material.ts";

/** The words that show people who are cut out of the accounts that leave. They are cut out of everything: a name in a summary is the same name. */
export async function cutOutPhrases(read: Reader, testimonyIds: readonly string[]): Promise<string[]> {
  const readings = await newestReadings(read, testimonyIds);
  const cut = [...readings.values()].flatMap(({ persons }) =>
    persons.flatMap(({ decision, words }) => (decision === "cut_out" ? words : [])),
  );
  return [...new Set(cut)].toSorted((a, b) => b.length - a.length);
}

/** The dossier without the words that are cut out, in any of its texts. */
export const withoutPhrases = (dossier: unknown, phrases: readonly string[]): unknown =>
  phrases.length === 0 ? dossier : throughTexts(Dossier, dossier, cutterOf(phrases));

/** Looks through a finished dossier for what was cut out of it and for words of accounts that stay. */
export async function scanForLeaks(
  read: Reader,
  { testimonies, ...rest }: Dossier,
  phrases: readonly string[],
  { keptTestimonies }: Pick<Material, "keptTestimonies">,
): Promise<"empty" | "found"> {
  const secret = keptTestimonies.flatMap(({ id, kind }) => (kind === "published_account" ? [] : [id]));
  const versions = await inPieces(secret, (some) =>
    read
      .select({ paragraphs: testimonyVersions.paragraphs })
      .from(testimonyVersions)
      .where(inArray(testimonyVersions.testimonyId, some)),
  );
  const toTexts = (paragraphs: readonly { original: string; translation: string | null }[]) =>
    paragraphs.flatMap(({ original, translation }) => [original, translation ?? []].flat());
  const written: string[] = [];
  const collect = (text: string) => {
    written.push(text);
    return text;
  };
  throughTexts(
    Dossier,
    { ...rest, testimonies: testimonies.map((one) => ({ ...one, paragraphs: [] })) },
    collect,
  );
  const found = countLeaks({
    written,
    told: testimonies.flatMap(({ paragraphs }) => toTexts(paragraphs)),
    phrases,
    withheld: versions.flatMap(({ paragraphs }) => toTexts(paragraphs)),
  });
  return found === 0 ? "empty" : "found";
}
