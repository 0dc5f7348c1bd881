"use client";

import { Stack } from "@mantine/core";
import Link from "next/link";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { CodeStep } from "#components/entrance/code-step.tsx";
import { SignInProblem } from "#components/entrance/sign-in-problem.tsx";
import { useSignIn } from "#components/entrance/use-sign-in.ts";
import { comeBack } from "#components/form/elsewhere-requests.ts";
import type { SignInFailure } from "#components/form/session-requests.ts";
import { useCommand } from "#components/form/use-command.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { afterSigningIn } from "../../../_parts/after-signing-in.ts";

/** Hands over what the browser brought back, and goes on: to the second step, or to the page of the account. */
export function Returned({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTranslator("entrance");
  const signing = useSignIn();
  const { send } = useCommand("identity.tie");
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [to, setTo] = useState("/cases");
  const hasBegun = useRef(false);

  const begin = useEffectEvent(async (query: string) => {
    if (query === "") return setFailure("elsewhere_over");
    const back = await comeBack(query);
    if (typeof back === "string") return setFailure(back);
    if (back.kind === "sign-in") {
      setTo(back.to);
      return signing.entered(back);
    }
    const answer = await send({ proof: back.proof });
    if (answer.ok) window.location.replace("/account#elsewhere");
    else setProblem(answer.problem);
  });

  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    const { search, pathname } = window.location;
    // Used or not, what the provider sent along has no business in the history of this browser.
    window.history.replaceState(null, "", pathname);
    void begin(search);
  }, []);

  if (signing.step.kind !== "password") {
    return (
      <Stack gap="md">
        <h1>{t(signing.step.kind === "first" ? "factor.firstTitle" : "factor.title")}</h1>
        <CodeStep
          signing={{ ...signing, back: () => window.location.assign("/sign-in") }}
          submitLabel={t("signIn.submit")}
          onDone={(isFirst) => window.location.assign(afterSigningIn(isFirst, to))}
        />
      </Stack>
    );
  }
  const why = failure ?? signing.failure;
  return (
    <Stack gap="md">
      <h1>{t("elsewhere.title")}</h1>
      {why === null && problem === null ? (
        <output>{t("elsewhere.checking")}</output>
      ) : (
        <>
          <SignInProblem failure={why} />
          {problem === null ? null : <ProblemAlert problem={problem} />}
          {isSignedIn ? (
            <Link href="/account" prefetch={false}>
              {t("elsewhere.toAccount")}
            </Link>
          ) : (
            <Link href="/sign-in" prefetch={false}>
              {t("welcome.toSignIn")}
            </Link>
          )}
        </>
      )}
    </Stack>
  );
}
