import type { FoundType, Marked } from "#lib/search/vocabulary.ts";
import type { Locale } from "#lib/i18n/locales.ts";

/** One record as the search answers it. */
export interface Hit {
  readonly type: FoundType;
  readonly id: string;
  readonly code: string;
  readonly caseId: string;
  readonly label: Marked | null;
  readonly labelAr: Marked | null;
  readonly snippet: Marked | null;
  readonly paragraph: number | null;
  readonly isTakenBack: boolean;
  /** It is in a compartment. */
  readonly isApart: boolean;
}

const ROOMS: Readonly<Record<Exclude<FoundType, "case" | "note">, string>> = {
  testimony: "testimonies",
  incident: "incidents",
  actor: "actors",
  place: "places",
  source: "sources",
  media: "media",
  figure: "figures",
  proceeding: "proceedings",
  witness: "witnesses",
  victim: "victims",
  allegation: "allegations",
  finding: "findings",
};

/** The page of a hit; of a testimony, the paragraph with the words. */
export function pathOf({ type, id, caseId, paragraph }: Hit): string {
  const home = `/cases/${caseId}`;
  if (type === "case") return home;
  if (type === "note") return `${home}/proceedings/notes#${id}`;
  return `${home}/${ROOMS[type]}/${id}${paragraph === null ? "" : `#p${paragraph}`}`;
}

/** The label in the language of the interface, unless only the other one holds the words. */
export function labelOf({ label, labelAr }: Hit, locale: Locale): Marked | null {
  const [first, second] = locale === "ar" ? [labelAr, label] : [label, labelAr];
  if (first === null) return second;
  return first.marks.length === 0 && second !== null && second.marks.length > 0 ? second : first;
}
