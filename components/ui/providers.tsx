"use client";

import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { Direction } from "#lib/i18n/locales.ts";
import { loadNotices } from "./announce.ts";
import { LightOnPaper } from "./light-on-paper.tsx";
import { SCHEME_KEY } from "./scheme-key.ts";
import { theme, themeVariables } from "./theme.ts";

// Loaded after the page: nothing is said before somebody has done something. The page stands without it, too.
const Notices = dynamic(
  () =>
    loadNotices().then(
      (file) => file.Notices,
      () => () => null,
    ),
  { ssr: false },
);

const schemeManager = localStorageColorSchemeManager({ key: SCHEME_KEY });

/**
 * The component library's providers. The nonce of the first answer stays for the life of the document: its content
 * policy is fixed then, and a later answer's nonce would be refused.
 */
export function Providers({
  nonce,
  direction,
  children,
}: {
  nonce: string;
  direction: Direction;
  children: ReactNode;
}) {
  const [documentNonce] = useState(() => rememberedNonce(nonce));
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={themeVariables}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
        getStyleNonce={() => documentNonce}
        deduplicateInlineStyles
      >
        <LightOnPaper />
        <Notices />
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

/** The scroll lock of open dialogs inserts a style element; it looks for its nonce in this global (get-nonce). */
function rememberedNonce(nonce: string): string {
  if (typeof window !== "undefined") Object.assign(globalThis, { __webpack_nonce__: nonce });
  return nonce;
}
