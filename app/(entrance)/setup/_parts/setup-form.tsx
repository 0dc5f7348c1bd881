"use client";

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useCatalogue, useTranslator } from "#lib/i18n/client.tsx";

/** Code, name and password of the first administrator. */
export function SetupForm() {
  const t = useTranslator("entrance");
  const catalogue = useCatalogue();
  const [values, setValues] = useState({ code: "", name: "", displayName: "", password: "" });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(): Promise<void> {
    setBusy(true);
    const { code, ...input } = values;
    const answer = await postJson("/api/setup", { code, input });
    if (answer.ok) return window.location.assign("/sign-in");
    setBusy(false);
    setProblem(answer.problem);
  }

  const field = (name: keyof typeof values) => {
    const wrong = problem?.fields?.find((one) => one.path === name);
    return {
      label: t(`setup.${name}.label`),
      description: t(`setup.${name}.help`),
      required: true,
      value: values[name],
      error: wrong ? catalogue(`problems.field.${wrong.code}`, wrong.params ?? {}) : null,
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
      },
    };
  };

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="md">
        <h1>{t("setup.title")}</h1>
        <p>{t("setup.lead")}</p>
        {problem === null ? null : <ProblemAlert problem={problem} />}
        <TextInput {...field("code")} dir="ltr" autoComplete="one-time-code" />
        <TextInput {...field("name")} dir="ltr" autoComplete="username" autoCapitalize="none" />
        <TextInput {...field("displayName")} dir="auto" autoComplete="name" />
        <PasswordInput
          {...field("password")}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
        />
        <Button type="submit" loading={busy}>
          {t("setup.submit")}
        </Button>
      </Stack>
    </form>
  );
}
