import type { Dossier } from "../../dossier.ts";
import type { Words } from "../words.ts";
import { code, exact, muted, plain, type Line, type Value } from "./view.ts";

/** A dossier with its look-ups and the words of one language: what every section is written from. */
export interface Reading {
  readonly dossier: Dossier;
  readonly words: Words;
  /** Code and name of a record, or code and "withheld". */
  refer(code: string): Line;
  referAll(codes: readonly string[]): Value;
  /** A date in words, its wording, and the exact value. */
  when(when: { readonly edtf: string | null; readonly wording: string | null }): Value;
  /** On what a link rests in the words of the codebook, how that was put, and when it was so. */
  grounds(link: Pick<Dossier["links"][number], "basis" | "note" | "held">): Value;
  /** The name or title in the reader's language first, the other beside it. */
  named(record: TwoNames): Line;
  /** The same for a heading: the other language below. */
  titled(record: TwoNames): { readonly title: Line; readonly aside: Line | null };
}

interface TwoNames {
  readonly name: string;
  readonly nameAr: string | null;
}

/** Prepares a dossier for reading in one language. */
export function readingOf(dossier: Dossier, words: Words): Reading {
  const titles = titlesOf(dossier, words);
  const refer = (to: string): Line => {
    const title = titles.get(to);
    return title === undefined
      ? [code(to), muted(` ${words.say("withheldMark")}`)]
      : [code(to), plain(` ${title}`)];
  };
  const when: Reading["when"] = ({ edtf, wording }) => {
    const lines: Line[] = [];
    if (edtf !== null) lines.push([plain(words.date(edtf)), muted(" · "), exact(edtf)]);
    if (wording !== null) lines.push([muted(`${words.say("wording")} `), plain(wording)]);
    return lines;
  };
  return {
    dossier,
    words,
    refer,
    referAll: (list) => list.map(refer),
    when,
    grounds: ({ basis, note, held }) => [
      [plain(basis === null ? words.say("notStated") : words.term("linkBasis", basis))],
      ...(note === null ? [] : [[plain(note)]]),
      ...when(held),
    ],
    named: (record) =>
      namesOf(words, record)
        .slice(0, 2)
        .flatMap((name, index) => (index === 0 ? [plain(name)] : [muted(" · "), muted(name)])),
    titled: (record) => {
      const [title = record.name, other] = namesOf(words, record);
      return { title: [plain(title)], aside: other === undefined ? null : [plain(other)] };
    },
  };
}

/** The reader's language first. */
function namesOf(words: Words, { name, nameAr }: TwoNames): string[] {
  if (nameAr === null || nameAr === name) return [name];
  return words.language === "ar" ? [nameAr, name] : [name, nameAr];
}

/** The short title by which a record is mentioned elsewhere. */
function titlesOf(dossier: Dossier, words: Words): Map<string, string> {
  const own = (name: string, nameAr: string | null) => (words.language === "ar" ? (nameAr ?? name) : name);
  return new Map<string, string>([
    ...dossier.incidents.map((it): [string, string] => [it.code, own(it.title, it.titleAr)]),
    ...[...dossier.places, ...dossier.actors, ...dossier.sources].map((it): [string, string] => [
      it.code,
      own(it.name, it.nameAr),
    ]),
    ...[...dossier.testimonies, ...dossier.media, ...dossier.proceedings].map((it): [string, string] => [
      it.code,
      it.title,
    ]),
    ...dossier.statements.map((it): [string, string] => [it.code, it.claim]),
    ...dossier.allegations.map((it): [string, string] => [it.code, words.term("violation", it.violation)]),
    ...dossier.figures.map((it): [string, string] => [it.code, it.wording]),
    ...dossier.findings.map((it): [string, string] => [it.code, words.term("facet", it.facet)]),
  ]);
}
