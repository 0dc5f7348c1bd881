"use client";

import { createContext, use } from "react";

/** True within a cover that is closed. */
export const CoverContext = createContext(false);

/**
 * Whether what is drawn lies under a closed cover. A browser opens a closed part whose id an address names, so that nothing
 * under a cover may have one.
 */
export const useIsUnderCover = (): boolean => use(CoverContext);
