"use client";

import { useState } from "react";
import {
  type AfterPassword,
  type AppOffer,
  checkPassword,
  finishSignIn,
  type HeldFactors,
  type Proof,
  type SignInFailure,
} from "#components/form/session-requests.ts";
import { type PasskeyFailure, showPasskey } from "./passkey.ts";

/** Where somebody stands who signs in. */
export type SignInStep =
  | { readonly kind: "password" }
  | ({ readonly kind: "code"; readonly ticket: string; readonly demoCode: string | null } & HeldFactors)
  | { readonly kind: "first"; readonly ticket: string; readonly offer: AppOffer };

/** What went wrong: on the server, or in the browser that was asked for a passkey. */
export type SignInTrouble = SignInFailure | PasskeyFailure;

export interface SigningIn {
  readonly step: SignInStep;
  readonly busy: boolean;
  readonly failure: SignInTrouble | null;
  enter(name: string, password: string): Promise<void>;
  /** Goes on to the second factor with what the server answered to the first, or to what stands for it. */
  entered(answer: AfterPassword): void;
  /** A code by the clock, or a recovery code. @returns true once the session has begun */
  prove(code: string): Promise<boolean>;
  /** One of the account's passkeys, for which the browser asks. @returns true once the session has begun */
  provePasskey(): Promise<boolean>;
  /** Back to the password. */
  back(): void;
}

/** Signs in, in two steps: the password, then a second factor, which an account without one chooses now. */
export function useSignIn(): SigningIn {
  const [step, setStep] = useState<SignInStep>({ kind: "password" });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SignInTrouble | null>(null);

  function back(why: SignInFailure | null = null): void {
    setStep({ kind: "password" });
    setBusy(false);
    setFailure(why);
  }

  function begin(): void {
    setBusy(true);
    setFailure(null);
  }

  function stay(why: SignInTrouble): false {
    setBusy(false);
    setFailure(why);
    return false;
  }

  function entered({ ticket, next, demoCode }: AfterPassword): void {
    setStep(next.kind === "code" ? { ...next, ticket, demoCode } : { ...next, ticket });
  }

  async function finish(ticket: string, proof: Proof): Promise<boolean> {
    const why = await finishSignIn(ticket, proof);
    if (why === null) return true; // still busy: what waited for it goes on
    if (why !== "over" && why !== "other") return stay(why);
    back(why);
    return false;
  }

  return {
    step,
    busy,
    failure,
    async enter(name, password) {
      begin();
      const answer = await checkPassword(name, password);
      setBusy(false);
      if (typeof answer === "string") setFailure(answer);
      else entered(answer);
    },
    entered,
    async prove(code) {
      if (step.kind === "password") return false;
      begin();
      return finish(step.ticket, { code, offer: step.kind === "first" ? step.offer.offer : "" });
    },
    async provePasskey() {
      if (step.kind !== "code" || step.passkey === null) return false;
      begin();
      const shown = await showPasskey(step.passkey);
      if (typeof shown === "string") return stay(shown);
      return finish(step.ticket, { passkey: JSON.stringify(shown) });
    },
    back: () => back(),
  };
}
