import { deleteDraft, putDraft } from "#components/form/draft-door.ts";
import { decisionKey, type ReviewAct } from "#lib/corroboration/words.ts";

/** A reviewer's decision on the version of a record that they saw. */
export interface Decision {
  readonly act: ReviewAct;
  readonly version: number;
  /** The comment of a return, or why another level is approved than was found before. */
  readonly text: string | null;
}

/** Keeps a decision on the server, for whoever took it alone. False when the server could not be asked. */
export async function keepDecision(caseId: string, recordId: string, decision: Decision): Promise<boolean> {
  const key = decisionKey(caseId, recordId);
  const first = await putDraft(key, 0, decision);
  if (first.kind !== "overtaken") return first.kind === "saved";
  // Decided before, in another window or on a version that is gone: the last word counts.
  return (await putDraft(key, first.draft.version, decision)).kind === "saved";
}

/** Takes a decision back, or away once it is on record. False when the server could not be asked. */
export const dropDecision = (caseId: string, recordId: string): Promise<boolean> =>
  deleteDraft(decisionKey(caseId, recordId));

type Noun = "finding" | "testimony";

/** The command that puts a decision on record, with its input. */
export function commandOf(noun: Noun, recordId: string, { act, version, text }: Decision) {
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
