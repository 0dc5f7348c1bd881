import type { ConsentProcess } from "./gate-snapshot.ts";

/** What the record of every consent holds, in the order in which it is named. */
const OF_EVERYBODY = [
  "language",
  "interpreterUsed",
  "risksExplained",
  "rightToRefuse",
  "noPaymentOrPromise",
  "howGiven",
  "safeCopy",
] as const satisfies readonly (keyof ConsentProcess)[];

/** And that of a minor: the guardian's consent does not replace their own view (CRC 12), nor theirs the guardian's (CRC 5). */
const OF_MINORS = ["guardianId", "assent"] as const satisfies readonly (keyof ConsentProcess)[];

/** What was done or was not; said to be not done, there was no informed consent. */
const OWED = ["risksExplained", "rightToRefuse", "noPaymentOrPromise"] as const;

/** Names of what is not recorded: consent without it is incomplete (informed-consent checklists; Eurojust/ICC-OTP 2022). */
export const missingIn = (process: ConsentProcess, isMinor: boolean): string[] =>
  [...OF_EVERYBODY, ...(isMinor ? OF_MINORS : [])].filter((name) => process[name] === null);

/** Names of what is recorded as not done. */
export const owedIn = (process: ConsentProcess): string[] => OWED.filter((name) => process[name] === false);
