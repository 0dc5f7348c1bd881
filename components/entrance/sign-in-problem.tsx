"use client";

import { Alert } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { SignInTrouble } from "./use-sign-in.ts";

/** Why somebody is not signed in, and what to do. */
export function SignInProblem({ failure }: { failure: SignInTrouble | null }) {
  const t = useTranslator("entrance");
  if (failure === null) return null;
  return (
    <Alert role="alert" color="red" title={t(`signIn.${failure}.title`)}>
      {t(`signIn.${failure}.text`)}
    </Alert>
  );
}
