"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Locale } from "./locales.ts";

// A chunk for each language: a reader of one never loads the other.
const EnglishMessages = dynamic(async () => (await import("./provider-en.tsx")).EnglishMessages);
const ArabicMessages = dynamic(async () => (await import("./provider-ar.tsx")).ArabicMessages);

/** Gives the client islands below their words in one language. Stands once, in the root layout. */
export function Messages({ locale, children }: { locale: Locale; children: ReactNode }) {
  if (locale === "ar") return <ArabicMessages>{children}</ArabicMessages>;
  return <EnglishMessages>{children}</EnglishMessages>;
}
