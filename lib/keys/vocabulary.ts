/** What may be done to the keys of an installation, as the log names it. */
export const keyChanges = ["rotated", "under_passphrase", "under_key", "custodians_set"] as const;
