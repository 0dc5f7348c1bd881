import { z } from "zod";

/** What is learnt by doing, by the role in which it is done; each step is a thing that the record then shows. */
export const GUIDE = {
  investigator: ["log", "link_incident", "link_suspect", "submit"],
  reviewer: ["decide", "take", "judge"],
  legal_officer: ["export", "download"],
  auditor: ["verify"],
} as const;
export type GuideRole = keyof typeof GUIDE;
export type GuideStep = (typeof GUIDE)[GuideRole][number];

export const GuideState = z.enum(["open", "closed"]);
