/** Loads what `announce` speaks with. One way to it for all, so that what the page has loaded need not be fetched again. */
export const loadNotices = () => import("./notices.tsx");

/** Says at the edge of the page that something was done, or could not be. */
export function announce(message: string, color: "green" | "red" = "green"): void {
  void loadNotices().then(
    ({ showNotice }) => showNotice(message, color),
    () => undefined, // nothing can be shown, and what was done is done
  );
}
