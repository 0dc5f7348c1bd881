/** Passwords: Argon2id with 64 MiB, three passes (above the ASVS floor of 46 MiB), two at a time. */
import { hash, verify } from "@node-rs/argon2";

const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 2;

/** How many strangers may wait: two to three seconds of work. */
const STRANGERS_MAX = 24;

let running = 0;
const waiting: (() => void)[] = [];
/** Strangers wait for all others. */
const strangers: (() => void)[] = [];

/** Too many strangers wait already. */
export class TooManyWait extends Error {}

/** False when a stranger would be turned away now. */
export const hasRoom = (): boolean => strangers.length < STRANGERS_MAX;

/**
 * Bounds the hashing at one time: unbounded, a burst of sign-ins would exhaust the memory.
 * @throws TooManyWait
 */
async function inTurn<T>(work: () => Promise<T>, isStranger = false): Promise<T> {
  if (isStranger && !hasRoom()) throw new TooManyWait();
  if (running >= AT_ONCE) await new Promise<void>((go) => (isStranger ? strangers : waiting).push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift() ?? strangers.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Stands where a hash does for an account whose person has not chosen a password yet: nothing fits it. */
export const NO_PASSWORD = "!";

/**
 * True when the password fits. An unreadable hash is a plain no.
 * @param isStranger they wait for all others, and are turned away when many wait
 * @throws TooManyWait
 */
export const passwordFits = (phc: string, password: string, isStranger = false): Promise<boolean> =>
  inTurn(() => verify(phc, password).catch(() => false), isStranger);

let decoy: Promise<string> | null = null;

/** Takes as long as a real check, for names that do not exist. */
export async function checkAgainstNobody(password: string, isStranger = false): Promise<false> {
  decoy ??= hashPassword("nobody has this password");
  await passwordFits(await decoy, password, isStranger);
  return false;
}
