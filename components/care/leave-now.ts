import { sendPendingDrafts } from "#components/form/pending-drafts.ts";

const CHANNEL = "attest.leave";
const DOOR = "/api/leave";
/** An empty page without the program's name (app/blank/route.ts). */
const BLANK = "/blank";
/** How long what was typed last may take to its draft; nobody sees anything of it meanwhile. */
const DRAFTS_MS = 500;

/**
 * Leaves at once: the view is empty before anything is sent, then what was typed last goes to its draft, the session ends, what
 * this browser keeps of it is forgotten, and an empty page takes this one's place. Every open tab of the program does the same.
 *
 * What a page cannot do: the entries before it stay in the browser's history, as addresses and titles, which hold ids, codes
 * and nouns and no private word. Who opens one finds the page for signing in.
 */
export async function leaveNow(): Promise<void> {
  const others = new BroadcastChannel(CHANNEL);
  others.postMessage(null);
  others.close();
  await vanish();
}

/** Another tab of this browser left: this one goes too. @returns what stops listening */
export function whenAnotherLeaves(): () => void {
  const others = new BroadcastChannel(CHANNEL);
  others.addEventListener("message", () => void vanish());
  return () => others.close();
}

/** A page that a browser kept alive and brings back was made for a session that may be over: it is asked for anew. */
export function neverBroughtBack(): () => void {
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return;
    empty();
    window.location.reload();
  };
  window.addEventListener("pageshow", shown);
  return () => window.removeEventListener("pageshow", shown);
}

let isLeaving = false;

/** Once a page: a channel is heard in the tab that speaks, too, and fingers press again. */
async function vanish(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  empty();
  sessionStorage.clear();
  // A form that is not saved asks before its page is left; that question would keep the address there.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  const late = new Promise((resolve) => setTimeout(resolve, DRAFTS_MS));
  await Promise.race([sendPendingDrafts(), late]);
  void fetch(DOOR, { method: "POST", keepalive: true, redirect: "manual", cache: "no-store" }).catch(
    () => undefined, // without a network the session ends by itself, and this browser shows nothing of it
  );
  window.location.replace(BLANK);
}

/** Only hidden: React may draw once more until the page is gone. */
function empty(): void {
  document.body.hidden = true;
  document.title = "";
}
