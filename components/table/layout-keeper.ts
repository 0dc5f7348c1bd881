import type { ListLayout } from "#lib/core/vocabulary.ts";

// Whoever drags an edge or moves a column three places says one thing, not twenty.
const CALM_MS = 600;

interface Kept {
  layout: ListLayout | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Changed since it was last sent. */
  isDue: boolean;
  isSending: boolean;
}

const lists = new Map<string, Kept>();
let listens = false;

/** What this window last changed a list to; undefined where it has not. A page that comes back from the history is older. */
export const lastLayout = (tableId: string): ListLayout | null | undefined => lists.get(tableId)?.layout;

/**
 * Keeps how a person likes a list, a little later: one save at a time, always of the newest. Where the server cannot be
 * reached the list stays as it is in this window, and nothing is said: nothing that matters is lost.
 * @param layout null: as usual again
 */
export function keepLayout(tableId: string, layout: ListLayout | null): void {
  const kept = lists.get(tableId) ?? { layout, timer: undefined, isDue: true, isSending: false };
  lists.set(tableId, kept);
  kept.layout = layout;
  kept.isDue = true;
  clearTimeout(kept.timer);
  kept.timer = setTimeout(() => void send(tableId, kept), CALM_MS);
  if (listens) return;
  listens = true;
  window.addEventListener("pagehide", () => {
    for (const [id, one] of lists) if (one.isDue) void send(id, one);
  });
}

async function send(tableId: string, kept: Kept): Promise<void> {
  clearTimeout(kept.timer);
  if (kept.isSending) return; // the newest goes when this one is through
  kept.isSending = true;
  kept.isDue = false;
  const { layout } = kept;
  await fetch(`/api/preferences/list.${tableId}`, {
    method: layout === null ? "DELETE" : "PUT",
    ...(layout === null
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify({ body: layout }) }),
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
    keepalive: true,
  }).catch(() => null);
  kept.isSending = false;
  if (kept.isDue) await send(tableId, kept);
}
