/** What a check of the doctor comes to: one sentence or two, for the person who keeps the machine. */

/** `ok`: as it should be. `look`: somebody should decide. `fix`: not fit for real testimony until it is mended. */
export interface Finding {
  readonly state: "ok" | "look" | "fix";
  readonly words: string;
}

export const ok = (words: string): Finding => ({ state: "ok", words });
export const look = (words: string): Finding => ({ state: "look", words });
export const fix = (words: string): Finding => ({ state: "fix", words });

/** Bytes as a person reads them. */
export function inBytes(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? ["GB", 1e9] : ["MB", 1e6];
  return `${(bytes / size).toFixed(1)} ${unit}`;
}
