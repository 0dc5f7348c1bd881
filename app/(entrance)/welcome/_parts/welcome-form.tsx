"use client";

import { Button, PasswordInput, Stack } from "@mantine/core";
import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import { CodeStep } from "#components/entrance/code-step.tsx";
import { SignInProblem } from "#components/entrance/sign-in-problem.tsx";
import { useSignIn } from "#components/entrance/use-sign-in.ts";
import { sendJson } from "#components/form/post-json.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

interface Invited {
  readonly name: string;
  readonly displayName: string;
  readonly kind: "invitation" | "recovery";
}

/** Says whose link this is, takes a password for the account, and goes on to the second step. */
export function WelcomeForm() {
  const t = useTranslator("entrance");
  const fieldText = useFieldProblemText();
  const signing = useSignIn();
  const [token, setToken] = useState("");
  const [invited, setInvited] = useState<Invited | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  /** The link is used and the password set: from here on it is only signing in. */
  const [isSet, setSet] = useState(false);
  const wrong = problem?.fields?.find(({ path }) => path === "password");

  useEffect(() => {
    const held = window.location.hash.slice(1);
    if (held === "") return void Promise.resolve().then(() => setProblem(NO_LINK));
    void openLink({ token: held }).then((answer) => {
      if ("problem" in answer) return setProblem(answer.problem);
      setToken(held);
      setInvited(answer.invited);
      // Used or not, the link has no business in the history of this browser.
      window.history.replaceState(null, "", window.location.pathname);
    });
  }, []);

  async function choose(name: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const refused = isSet ? null : await openLink({ token, password });
    if (refused !== null && "problem" in refused) setProblem(refused.problem);
    else {
      setSet(true);
      await signing.enter(name, password);
    }
    setBusy(false);
  }

  if (signing.step.kind !== "password") {
    return (
      <Stack gap="md">
        <h1>{t("factor.firstTitle")}</h1>
        <CodeStep
          signing={signing}
          submitLabel={t("signIn.submit")}
          onDone={() => window.location.assign("/account/recovery-codes?to=%2Fcases")}
        />
      </Stack>
    );
  }
  if (invited === null) {
    return problem === null ? (
      <output>{t("welcome.loading")}</output>
    ) : (
      <Stack gap="md">
        <h1>{t("welcome.title")}</h1>
        <ProblemAlert problem={problem} />
        <Link href="/sign-in" prefetch={false}>
          {t("welcome.toSignIn")}
        </Link>
      </Stack>
    );
  }
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void choose(invited.name);
      }}
    >
      <Stack gap="md">
        <h1>{t(invited.kind === "recovery" ? "welcome.recoveryTitle" : "welcome.title")}</h1>
        <p>
          {t.rich("welcome.lead", {
            name: codeLike,
            bdi: isolated,
            displayName: invited.displayName,
            accountName: invited.name,
          })}
        </p>
        {invited.kind === "recovery" ? <p>{t("welcome.recovery")}</p> : null}
        {problem === null || wrong ? null : <ProblemAlert problem={problem} />}
        <SignInProblem failure={signing.failure} />
        {isSet ? (
          <p>
            {t("welcome.isSet")}{" "}
            <Link href="/sign-in" prefetch={false}>
              {t("welcome.toSignIn")}
            </Link>
          </p>
        ) : null}
        <input type="hidden" name="username" autoComplete="username" value={invited.name} readOnly />
        <PasswordInput
          label={t("welcome.password")}
          description={t("welcome.help")}
          name="password"
          autoComplete="new-password"
          required
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
          error={wrong ? fieldText(wrong) : null}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy}>
          {t(isSet ? "signIn.next" : "welcome.submit")}
        </Button>
      </Stack>
    </form>
  );
}

/** The page was opened, or read again, without what stands after the `#`. */
const NO_LINK: Problem = { code: "conflict", status: 409, rule: "invitation.none" };

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;
const codeLike = (chunks: ReactNode): ReactNode => <bdi dir="ltr">{chunks}</bdi>;

async function openLink(body: {
  token: string;
  password?: string;
}): Promise<{ invited: Invited } | { problem: Problem }> {
  const answer = await sendJson("/api/welcome", body);
  // Guarantee: the door answers so (lib/api/welcome.ts).
  return answer.ok ? { invited: answer.result as Invited } : { problem: answer.problem };
}
