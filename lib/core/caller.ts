import type { provenFactors } from "#db/schema/access.ts";

export type ProvenFactor = (typeof provenFactors)[number];

/** Who asks. The person at the keyboard is the `Caller`, because an actor is a suspect or a unit. */
export type Caller =
  /** A person with a live session, or one named at the terminal of the machine that holds the data (`session` null). */
  | {
      kind: "person";
      accountId: string;
      humanId: string;
      session: string | null;
      /**
       * What was proven beside the password; while signing in nothing yet, and by which of the two ways to begin. Who opens an
       * invitation proves to hold its link.
       */
      auth: ProvenFactor | "password" | "elsewhere" | "invitation" | "terminal";
    }
  /** Work in the background on behalf of the person who asked for it; their rights are read again at each step. */
  | { kind: "job"; accountId: string; humanId: string; jobId: string }
  /** The first run, before any account exists. */
  | { kind: "setup" };

/** The account behind the caller, or the word `setup`. */
export const accountOf = (caller: Caller): string => (caller.kind === "setup" ? "setup" : caller.accountId);

/** The human behind the caller: what four-eyes rules compare. */
export const humanOf = (caller: Caller): string => (caller.kind === "setup" ? "setup" : caller.humanId);
