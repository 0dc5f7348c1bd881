/** Says at the edge of the page that something was done. What shows it is loaded after the page (notices.tsx). */
export function announce(message: string, color: "green" | "red" = "green"): void {
  void import("@mantine/notifications").then(
    ({ notifications }) => notifications.show({ message, color }),
    () => undefined, // nothing can be shown, and what was done is done
  );
}
