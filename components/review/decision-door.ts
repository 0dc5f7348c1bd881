import { deleteDraft, getDraft, putDraft } from "#components/form/draft-door.ts";
import { decisionKey, type ReviewAct } from "#lib/corroboration/words.ts";

/** A reviewer's decision on the version of a record that they saw. */
export interface Decision {
  readonly act: ReviewAct;
  readonly version: number;
  /** The comment of a return, or why another level is approved than was found before. */
  readonly text: string | null;
}

/** Where a decision is kept: the record, and the version of its draft that the page knows, 0 where there is none. */
export interface Place {
  readonly caseId: string;
  readonly recordId: string;
  readonly draftVersion: number;
}

/** `elsewhere`: another window decided meanwhile, and the page shows what is no more. */
export type Kept = "kept" | "elsewhere" | "unavailable";

/** Keeps a decision on the server, for whoever took it alone. */
export async function keepDecision(
  { caseId, recordId, draftVersion }: Place,
  decision: Decision | (Omit<Decision, "act"> & { readonly act: null }),
): Promise<Kept> {
  const { kind } = await putDraft(decisionKey(caseId, recordId), draftVersion, decision);
  if (kind === "saved") return "kept";
  return kind === "overtaken" ? "elsewhere" : "unavailable";
}

/** Whether a decision is still as the page shows it. */
export async function stillKept({ caseId, recordId, draftVersion }: Place): Promise<Kept> {
  const stored = await getDraft(decisionKey(caseId, recordId));
  if (stored === undefined) return "unavailable";
  return stored?.version === draftVersion ? "kept" : "elsewhere";
}

/** Takes a decision back; what was typed with it stays for the next. */
export async function takeBack(place: Place, { version, text }: Decision): Promise<Kept> {
  if (text !== null) return keepDecision(place, { act: null, version, text });
  const kept = await stillKept(place);
  if (kept !== "kept") return kept;
  return (await dropDecision(place)) ? "kept" : "unavailable";
}

/** Takes a decision away that is on record. False when the server could not be asked. */
export const dropDecision = ({ caseId, recordId }: Place): Promise<boolean> =>
  deleteDraft(decisionKey(caseId, recordId));

/** The command that puts a decision on record, with its input. */
export function commandOf(
  noun: "finding" | "testimony",
  recordId: string,
  { act, version, text }: Decision,
): { command: string; input: Readonly<Record<string, unknown>> } {
  const record = noun === "finding" ? { findingId: recordId, version } : { testimonyId: recordId, version };
  const input = {
    ...record,
    // Whoever decides with one key was asked beside the button.
    ...(act === "second" ? { conflict: "no" } : {}),
    ...(act === "return" ? { comment: text } : {}),
    ...(act === "approve" && text !== null ? { reason: text } : {}),
  };
  return { command: `${noun}.${act}`, input };
}
