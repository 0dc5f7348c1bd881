/** Those who work on a case now, each once, to choose from. */
export function peopleOf(
  members: readonly {
    readonly accountId: string;
    readonly accountName: string;
    readonly displayName: string;
    readonly endedAt: number | null;
    readonly hasExpired: boolean;
  }[],
): { value: string; label: string }[] {
  const live = members.filter(({ endedAt, hasExpired }) => endedAt === null && !hasExpired);
  const byAccount = new Map(live.map((one) => [one.accountId, `${one.displayName} (${one.accountName})`]));
  return [...byAccount].map(([value, label]) => ({ value, label }));
}
