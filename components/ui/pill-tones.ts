/**
 * What a colour says, the same on every page: `quiet` nothing yet · `neutral` a plain state · `info` known, no
 * judgement · `progress` somebody is at it · `good` accepted · `caution` look again · `bad` refused, contested or
 * withdrawn · `sealed` protected or shut · `accent` our own mark.
 */
export const PILL_TONES = [
  "quiet",
  "neutral",
  "info",
  "progress",
  "good",
  "caution",
  "bad",
  "sealed",
  "accent",
] as const;
export type PillTone = (typeof PILL_TONES)[number];
