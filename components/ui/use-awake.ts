"use client";

import { useSyncExternalStore } from "react";

/**
 * Whether the page has woken up: false in what the server sent, true once the browser has taken it over. What would be lost when
 * it is pressed too early waits for it.
 */
export const useAwake = (): boolean =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
