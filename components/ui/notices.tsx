"use client";

import { Notifications } from "@mantine/notifications";

/** Where `announce` speaks: at the lower edge, for a few seconds. */
export function Notices() {
  return <Notifications position="bottom-center" autoClose={6000} />;
}
