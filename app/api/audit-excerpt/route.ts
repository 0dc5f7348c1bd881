import { excerptBytes } from "#lib/api/excerpt.ts";

/** Entries of the log with their proofs. */
export const POST = (request: Request) => excerptBytes(request);
