"use client";

import type { ReactNode } from "react";
import { MessagesProvider } from "./client.tsx";
import { arBrowser } from "./messages/ar-browser.ts";

/** The Arabic catalogue as a browser chunk of its own: cached by the browser, not sent inside every page. */
export function ArabicMessages({ children }: { children: ReactNode }) {
  return (
    <MessagesProvider locale="ar" messages={arBrowser}>
      {children}
    </MessagesProvider>
  );
}
