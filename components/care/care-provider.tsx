"use client";

import { createContext, type ReactNode, use } from "react";
import { type CareSettings, DEFAULT_CARE } from "./care-settings.ts";

interface Care {
  readonly settings: CareSettings;
  /** Which session it is, by when it ends: what one has opened is covered again in the next. */
  readonly session: number;
}

const CareContext = createContext<Care>({ settings: DEFAULT_CARE, session: 0 });

/** Tells the parts of a page what this browser spares whoever sits before it. */
export function CareProvider({ settings, session, children }: Care & { children: ReactNode }) {
  return <CareContext value={{ settings, session }}>{children}</CareContext>;
}

export const useCare = (): Care => use(CareContext);
