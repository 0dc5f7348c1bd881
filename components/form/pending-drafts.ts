/** What stands on a page and is on no server yet; whoever ends the session sends it first. */
type Send = () => Promise<boolean>;

const pending = new Set<Send>();

/** Makes a draft known while its form is open. @param send resolves to false when the draft could not be saved */
export function knowDraft(send: Send): () => void {
  pending.add(send);
  return () => {
    pending.delete(send);
  };
}

/** Sends every draft that waits. False when one of them could not be saved. */
export async function sendPendingDrafts(): Promise<boolean> {
  const sent = await Promise.all([...pending].map((send) => send()));
  return sent.every((isSaved) => isSaved);
}
