import type { readConsent } from "#lib/consent/queries/read-consent.ts";

export type Ledger = Awaited<ReturnType<typeof readConsent.run>>;
export type GivenAnswer = Ledger["answers"][number];
