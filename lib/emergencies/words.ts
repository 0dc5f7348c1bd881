/** The words of emergencies. Safe for the browser. */
import type { emergencyVerdicts } from "#db/schema/emergencies.ts";

/** What the second person finds. */
export const VERDICTS = ["justified", "unjustified"] as const satisfies typeof emergencyVerdicts;

/** For how long a case can be opened, in minutes. */
export const MINUTES = [5, 10, 15, 30] as const;
