"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { CodeStep } from "#components/entrance/code-step.tsx";
import { SignInProblem } from "#components/entrance/sign-in-problem.tsx";
import { useSignIn } from "#components/entrance/use-sign-in.ts";
import type { SignInFailure } from "#components/form/session-requests.ts";
import { useAwake } from "#components/ui/use-awake.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "../../_parts/entrance.module.css";
import { afterSigningIn } from "../../_parts/after-signing-in.ts";
import { ElsewhereButton } from "./elsewhere-button.tsx";

interface Demo {
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly roles: string }[];
}

interface Props {
  readonly demo: Demo | null;
  readonly next: string;
  readonly provider: string | null;
}

/**
 * Asks for name and password, then for the second factor. A wrong answer keeps the name and says what can be done.
 * @param props.next a path on this site
 * @param props.provider what people call the provider that may be asked in place of the password; null where none is set
 */
export function SignInForm({ demo, next, provider }: Props) {
  const t = useTranslator("entrance");
  // The fields keep what they hold, so that what was typed before the page woke up stays.
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const signing = useSignIn();
  const isAwake = useAwake();
  const [notLeft, setNotLeft] = useState<SignInFailure | null>(null);

  if (signing.step.kind !== "password") {
    return (
      <Stack gap="md">
        <h1>{t(signing.step.kind === "first" ? "factor.firstTitle" : "factor.title")}</h1>
        <CodeStep
          signing={signing}
          submitLabel={t("signIn.submit")}
          onDone={(isFirst) => window.location.assign(afterSigningIn(isFirst, next))}
        />
      </Stack>
    );
  }

  return (
    <form
      method="post" // sent before the page woke up, nothing of it gets into the address
      onSubmit={(event) => {
        event.preventDefault();
        setNotLeft(null);
        void signing.enter(name.current?.value ?? "", password.current?.value ?? "");
      }}
    >
      <Stack gap="md">
        <h1>{t("signIn.title")}</h1>
        <SignInProblem failure={notLeft ?? signing.failure} />
        <TextInput
          label={t("signIn.name")}
          name="name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          required
          ref={name}
        />
        <PasswordInput
          label={t("signIn.password")}
          name="password"
          autoComplete="current-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          ref={password}
        />
        {/* Pressed before the page woke up, the form would be sent by itself, and come back empty. */}
        <Button type="submit" loading={signing.busy} disabled={!isAwake}>
          {t("signIn.next")}
        </Button>
        {provider === null ? null : <ElsewhereButton provider={provider} to={next} onFailure={setNotLeft} />}
        {demo === null ? null : (
          <section aria-label={t("demo.title")}>
            <h2>{t("demo.title")}</h2>
            <p>{t("demo.text")}</p>
            <ul className={classes.people}>
              {demo.people.map((person) => (
                <li key={person.name}>
                  <button
                    type="button"
                    className={classes.person}
                    onClick={() => {
                      if (name.current) name.current.value = person.name;
                      if (password.current) password.current.value = demo.password;
                    }}
                  >
                    <bdi>{person.name}</bdi>
                    <span className={classes.roles}>{person.roles}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </form>
  );
}
