"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { CODE_DIGITS } from "#lib/factors/words.ts";
import { AppPicture } from "./app-picture.tsx";
import classes from "./entrance-parts.module.css";
import { useKnowsPasskeys } from "./passkey.ts";
import { SignInProblem } from "./sign-in-problem.tsx";
import type { SigningIn } from "./use-sign-in.ts";

interface Props {
  readonly signing: SigningIn;
  /** Called once the session has begun. @param isFirst the account has its first factor since now */
  readonly onDone: (isFirst: boolean) => void;
  readonly submitLabel: string;
}

/** Asks for the second factor: a passkey, a code by the clock, or a recovery code. A new account gets its app here. */
export function CodeStep({ signing, onDone, submitLabel }: Props) {
  const t = useTranslator("entrance");
  const field = useRef<HTMLInputElement>(null);
  const passkey = useRef<HTMLButtonElement>(null);
  const { step, busy, failure } = signing;
  const hasApp = step.kind !== "code" || step.byApp;
  const [byPaper, setByPaper] = useState(!hasApp);
  const knowsPasskeys = useKnowsPasskeys();
  // The page goes on by itself: who works by keyboard, or listens, is to be where the next thing is asked.
  useEffect(() => ((hasApp ? null : passkey.current) ?? field.current)?.focus(), [byPaper, hasApp]);
  if (step.kind === "password") return null;
  const isFirst = step.kind === "first";

  async function prove(code: string): Promise<void> {
    if (busy || code === "") return;
    if (await signing.prove(code)) return onDone(isFirst);
    field.current?.select();
  }

  async function provePasskey(): Promise<void> {
    if (!busy && (await signing.provePasskey())) onDone(false);
  }

  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void prove(field.current?.value ?? "");
      }}
    >
      <Stack gap="md">
        <SignInProblem failure={failure} />
        {step.kind === "code" && step.passkey !== null && knowsPasskeys ? (
          // Stays what it is while the browser asks: what comes of it, the next try is one key away.
          <Button ref={passkey} variant="light" onClick={() => void provePasskey()}>
            {t("factor.usePasskey")}
          </Button>
        ) : null}
        {isFirst ? (
          <>
            <p>{t("factor.firstText")}</p>
            <AppPicture offer={step.offer} />
          </>
        ) : null}
        <TextInput
          key={byPaper ? "paper" : "app"}
          ref={field}
          {...(byPaper ? {} : { className: classes.code })}
          label={byPaper ? t("factor.paperCode") : t("factor.code")}
          description={byPaper ? t("factor.paperHelp") : t("factor.codeHelp")}
          name="code"
          dir="ltr"
          autoComplete={byPaper ? "off" : "one-time-code"}
          inputMode={byPaper ? "text" : "numeric"}
          autoCapitalize="characters"
          spellCheck={false}
          required
          onChange={(event) => {
            const typed = event.currentTarget.value.replaceAll(/\s/g, "");
            if (!byPaper && isWhole(typed)) void prove(typed);
          }}
        />
        {step.kind === "code" && step.demoCode !== null && !byPaper ? (
          <DemoCode code={step.demoCode} onTake={(code) => void prove(code)} />
        ) : null}
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
        <Group justify="space-between" gap="sm">
          <Button variant="subtle" size="xs" onClick={signing.back}>
            {t("factor.back")}
          </Button>
          {isFirst || !hasApp ? null : (
            <Button variant="subtle" size="xs" onClick={() => setByPaper((was) => !was)}>
              {byPaper ? t("factor.byApp") : t("factor.byPaper")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Digits of any script: the server reads Arabic ones as well. */
const isWhole = (typed: string): boolean => new RegExp(`^\\p{Nd}{${CODE_DIGITS}}$`, "u").test(typed);

/** What the app of a demo account shows, since nobody has one for it. */
function DemoCode({ code, onTake }: { code: string; onTake: (code: string) => void }) {
  const t = useTranslator("entrance");
  return (
    <p>
      {t("demo.code")}{" "}
      <Button
        variant="default"
        size="xs"
        onClick={() => onTake(code)}
        aria-label={t("demo.useCode", { code })}
      >
        <bdi>{code}</bdi>
      </Button>
    </p>
  );
}
