"use client";

import { useState } from "react";
import {
  type AppOffer,
  checkPassword,
  finishSignIn,
  type SignInFailure,
} from "#components/form/session-requests.ts";

/** Where somebody stands who signs in. */
export type SignInStep =
  | { readonly kind: "password" }
  | { readonly kind: "code"; readonly ticket: string; readonly demoCode: string | null }
  | { readonly kind: "first"; readonly ticket: string; readonly offer: AppOffer };

export interface SigningIn {
  readonly step: SignInStep;
  readonly busy: boolean;
  readonly failure: SignInFailure | null;
  enter(name: string, password: string): Promise<void>;
  /** A code by the clock, or a recovery code. @returns true once the session has begun */
  prove(code: string): Promise<boolean>;
  /** Back to the password. */
  back(): void;
}

/** Signs in, in two steps: the password, then a second factor, which an account without one chooses now. */
export function useSignIn(): SigningIn {
  const [step, setStep] = useState<SignInStep>({ kind: "password" });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInFailure | null>(null);

  function back(why: SignInFailure | null = null): void {
    setStep({ kind: "password" });
    setBusy(false);
    setFailure(why);
  }

  return {
    step,
    busy,
    failure,
    async enter(name, password) {
      setBusy(true);
      setFailure(null);
      const answer = await checkPassword(name, password);
      setBusy(false);
      if (typeof answer === "string") return setFailure(answer);
      const { ticket, next, demoCode } = answer;
      setStep(
        next.kind === "code"
          ? { kind: "code", ticket, demoCode }
          : { kind: "first", ticket, offer: next.offer },
      );
    },
    async prove(code) {
      if (step.kind === "password") return false;
      setBusy(true);
      setFailure(null);
      const why = await finishSignIn(step.ticket, code, step.kind === "first" ? step.offer.offer : "");
      if (why === null) return true; // still busy: the page is left
      setBusy(false);
      if (why === "over") back(why);
      else setFailure(why);
      return false;
    },
    back: () => back(),
  };
}
