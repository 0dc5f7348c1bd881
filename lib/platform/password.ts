/** Passwords: Argon2id with 64 MiB, three passes (above the ASVS floor of 46 MiB), two at a time. */
import { hash, verify } from "@node-rs/argon2";

const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Bounds the hashing at one time: unbounded, a burst of sign-ins would exhaust the memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

/** Stands where a hash does for an account whose person has not chosen a password yet: nothing fits it. */
export const NO_PASSWORD = "!";

/** True when the password fits. An unreadable hash is a plain no. */
export const passwordFits = (phc: string, password: string): Promise<boolean> =>
  inTurn(() => verify(phc, password).catch(() => false));

let decoy: Promise<string> | null = null;

/** Takes as long as a real check, for names that do not exist. */
export async function checkAgainstNobody(password: string): Promise<false> {
  decoy ??= hashPassword("nobody has this password");
  await passwordFits(await decoy, password);
  return false;
}
