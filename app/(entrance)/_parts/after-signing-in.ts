/**
 * Where somebody goes who has just signed in. With the first factor come the recovery codes, which are kept before anything
 * else is done.
 * @param next a path on this site
 */
export const afterSigningIn = (isFirst: boolean, next: string): string =>
  isFirst ? `/account/recovery-codes?${new URLSearchParams({ to: next }).toString()}` : next;
