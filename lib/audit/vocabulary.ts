/** The words of the log and how its acts are named. Safe for the browser. */
import { z } from "zod";

export * from "./words.ts";

/** Name of an act, `noun.verb`. */
export const Act = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/, "invalid");
