"use client";

import { Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CodeStep } from "#components/entrance/code-step.tsx";
import { SignInProblem } from "#components/entrance/sign-in-problem.tsx";
import { useSignIn } from "#components/entrance/use-sign-in.ts";
import { type AskReason, askWith } from "#components/form/session-door.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

// A dialog takes the focus: opened between two keys, it would take the next words for a password.
const QUIET_MS = 1_200;

/**
 * Asks the person to sign in again, over the page as it stands, when the session is over or an act wants to know who sits
 * here: nothing typed is lost. Only of the person who was signed in, since what is on the page is theirs.
 */
export function SignInAgain({ name, displayName }: { name: string; displayName: string }) {
  const t = useTranslator("entrance");
  const settle = useRef<((isBack: boolean) => void) | null>(null);
  const [reason, setReason] = useState<AskReason | null>(null);
  const [password, setPassword] = useState("");
  const signing = useSignIn();
  const [hasFirst, setHasFirst] = useState(false);
  const dismiss = useRef<(() => void) | null>(null);

  useEffect(
    () =>
      askWith((why) => {
        // Who has just pressed a button is not typing.
        if (why === "prove") setReason(why);
        else openWhenQuiet(() => setReason(why));
        return new Promise((resolve) => {
          settle.current = resolve;
        });
      }),
    [],
  );

  // What this dialog stands before may be a dialog itself, and Escape is not meant for that. Heard from the start, so before
  // every dialog that opens later.
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || dismiss.current === null) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      dismiss.current();
    };
    window.addEventListener("keydown", heard, { capture: true });
    return () => window.removeEventListener("keydown", heard, { capture: true });
  }, []);
  useEffect(() => {
    dismiss.current = reason === null ? null : () => close(hasFirst);
  });

  function close(isBack: boolean): void {
    setReason(null);
    setHasFirst(false);
    setPassword("");
    signing.back();
    settle.current?.(isBack);
    settle.current = null;
  }

  return (
    <Modal
      opened={reason !== null}
      onClose={() => close(false)}
      title={t(titleOf(reason, signing.step.kind))}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      zIndex={ABOVE_DIALOGS}
    >
      {hasFirst ? (
        <Stack gap="md">
          <p>
            {t("factor.firstCodes")}{" "}
            <a href="/account/recovery-codes" target="_blank" rel="noreferrer">
              {t("factor.firstCodesLink")}
            </a>
          </p>
          <Button data-autofocus onClick={() => close(true)}>
            {t("prove.submit")}
          </Button>
        </Stack>
      ) : signing.step.kind === "password" ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // The form behind the dialog is its parent on the page's tree, and is not meant.
            event.stopPropagation();
            void signing.enter(name, password);
          }}
        >
          <Stack gap="md">
            <p>{t(reason === "prove" ? "prove.text" : "again.text")}</p>
            <SignInProblem failure={signing.failure} />
            <input type="hidden" name="username" autoComplete="username" value={name} readOnly />
            <PasswordInput
              data-autofocus
              label={t.rich("again.password", { name: displayName, bdi: isolated })}
              name="password"
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={() => close(false)}>
                {t("again.notNow")}
              </Button>
              <Button type="submit" loading={signing.busy}>
                {t("signIn.next")}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <CodeStep
          signing={signing}
          submitLabel={t(reason === "prove" ? "prove.submit" : "again.submit")}
          onDone={(isFirst) => (isFirst ? setHasFirst(true) : close(true))}
        />
      )}
    </Modal>
  );
}

/** Mantine's other dialogs lie at 200. */
const ABOVE_DIALOGS = 1_000;

function titleOf(reason: AskReason | null, step: string): string {
  if (step === "first") return "factor.firstTitle";
  return reason === "prove" ? "prove.title" : "again.title";
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;

/** Waits until no key was pressed for a moment. */
function openWhenQuiet(open: () => void): void {
  let timer = setTimeout(done, QUIET_MS);
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(done, QUIET_MS);
  }
  function done(): void {
    document.removeEventListener("keydown", wait, true);
    open();
  }
  document.addEventListener("keydown", wait, true);
}
