import type { RecordNoun } from "#lib/records/vocabulary.ts";

const FOLDERS: Record<RecordNoun, string> = {
  testimony: "testimonies",
  witness: "witnesses",
  victim: "victims",
  incident: "incidents",
  actor: "actors",
  allegation: "allegations",
  finding: "findings",
  place: "places",
  source: "sources",
  media: "media",
  figure: "figures",
  proceeding: "proceedings",
};

/** The page of a record. */
export const recordPath = (caseId: string, noun: RecordNoun, recordId: string): string =>
  `/cases/${caseId}/${FOLDERS[noun]}/${recordId}`;
