"use client";

import { Notifications, notifications } from "@mantine/notifications";

/** Where `announce` speaks: at the lower edge, for a few seconds. */
export function Notices() {
  return <Notifications position="bottom-center" autoClose={6000} />;
}

export function showNotice(message: string, color: "green" | "red"): void {
  notifications.show({ message, color });
}
