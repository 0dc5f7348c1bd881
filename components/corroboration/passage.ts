interface Cut {
  readonly id: string;
  readonly testimonyId: string | null;
  readonly testimonyNumber: number | null;
  readonly paragraphs: readonly number[] | null;
}

/** The address of the words that a statement was cut from: the version it cites, at the paragraph, with the words marked. */
export function passageOf(caseId: string, { id, testimonyId, testimonyNumber, paragraphs }: Cut): string {
  const [first] = paragraphs ?? [];
  const place = first === undefined ? "#text" : `#p${first}`;
  const cited = new URLSearchParams({ version: String(testimonyNumber ?? 1), statement: id });
  return `/cases/${caseId}/testimonies/${testimonyId}?${cited.toString()}${place}`;
}
