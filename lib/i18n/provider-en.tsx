"use client";

import type { ReactNode } from "react";
import { MessagesProvider } from "./client.tsx";
import { enBrowser } from "./messages/en-browser.ts";

/** The English catalogue as a browser chunk of its own: cached by the browser, not sent inside every page. */
export function EnglishMessages({ children }: { children: ReactNode }) {
  return (
    <MessagesProvider locale="en" messages={enBrowser}>
      {children}
    </MessagesProvider>
  );
}
