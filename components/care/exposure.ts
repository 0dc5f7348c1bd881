/** What somebody has taken in since their last break. It says nothing of anybody else and is told to nobody. */
export interface Exposure {
  /** When the first account was opened, in ms since 1970. */
  readonly since: number;
  /** Minutes in which an opened account was on the screen. */
  readonly minutes: number;
  /** Covered accounts that were opened, each once. */
  readonly ids: readonly string[];
  /** How much it was when the person last put a break off. */
  readonly told: { readonly accounts: number; readonly minutes: number };
}

const ACCOUNTS = 10;
const MINUTES = 50;

/** As after a break. */
export const NOTHING_YET: Exposure = { since: 0, minutes: 0, ids: [], told: { accounts: 0, minutes: 0 } };

/** One account more, unless it was opened before. */
export function withAccount(before: Exposure, id: string, now: number): Exposure {
  if (before.ids.includes(id)) return before;
  return { ...before, since: before.since || now, ids: [...before.ids, id] };
}

/** One minute more of an account on the screen. */
export const withMinute = (before: Exposure, now: number): Exposure => ({
  ...before,
  since: before.since || now,
  minutes: before.minutes + 1,
});

/** The person goes on: nothing is said until as much again has come. */
export const putOff = (before: Exposure): Exposure => ({
  ...before,
  told: { accounts: before.ids.length, minutes: before.minutes },
});

/** Why a break is suggested now, or null while there is no reason. */
export function reasonForBreak({ ids, minutes, told }: Exposure): "accounts" | "minutes" | null {
  if (ids.length - told.accounts >= ACCOUNTS) return "accounts";
  return minutes - told.minutes >= MINUTES ? "minutes" : null;
}

/** As text, for what the tab keeps: numbers and ids. */
export const exposureText = ({ since, minutes, ids, told }: Exposure): string =>
  [since, minutes, told.accounts, told.minutes, ids.join(",")].join(":");

/** The other way round; anything else is nothing. */
export function exposureIn(text: string): Exposure {
  const [since = 0, minutes = 0, accounts = 0, toldMinutes = 0] = text.split(":", 4).map(Number);
  const ids = text.split(":")[4] ?? "";
  if (![since, minutes, accounts, toldMinutes].every(Number.isSafeInteger)) return NOTHING_YET;
  const told = { accounts, minutes: toldMinutes };
  return { since, minutes, ids: ids === "" ? [] : ids.split(","), told };
}
