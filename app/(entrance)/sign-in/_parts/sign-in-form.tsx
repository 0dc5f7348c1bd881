"use client";

import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { signInWith } from "#components/form/session-requests.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "../../_parts/entrance.module.css";

interface Demo {
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly roles: string }[];
}

/** Asks for name and password. A wrong answer keeps the name and says what can be done. `next` is a path on this site. */
export function SignInForm({ demo, next }: { demo: Demo | null; next: string }) {
  const t = useTranslator("entrance");
  // The fields keep what they hold, so that what was typed before the page woke up stays.
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<"failed" | "wait" | "unavailable" | null>(null);

  async function submit(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await signInWith(name.current?.value ?? "", password.current?.value ?? "");
    if (answer?.ok) return window.location.assign(next);
    setBusy(false);
    setFailure(answer === null ? "unavailable" : answer.error === "sign_in.wait" ? "wait" : "failed");
  }

  return (
    <form
      method="post" // sent before the page woke up, nothing of it gets into the address
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <h1>{t("signIn.title")}</h1>
        {failure === null ? null : (
          <Alert role="alert" color="red" title={t(`signIn.${failure}.title`)}>
            {t(`signIn.${failure}.text`)}
          </Alert>
        )}
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
        <Button type="submit" loading={busy}>
          {t("signIn.submit")}
        </Button>
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
