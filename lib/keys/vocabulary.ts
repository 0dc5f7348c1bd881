/** What may be done to the keys of an installation, as the log names it. */
export const keyChanges = ["rotated", "under_passphrase", "under_key", "custodians_set"] as const;

/** Where the secret of the keys comes from: a key file in the data folder goes with whoever takes that. */
export const secretSources = ["passphrase", "environment", "key_apart", "key_beside"] as const;
