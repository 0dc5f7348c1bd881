/** Import keys of the statements that known contradictions name, as `bearings.ts` makes them. */
import { claimKey, refKey } from "./bearings.ts";

/** The statement that is cut from a figure. */
export const figure = (id: string): string => refKey(id);

/** One of the claims of an account, by its number. */
export const claim = (id: string, number: number): string =>
  claimKey({ id }, { id: `${id.replace(/^acc/, "alg")}_${number}` });
