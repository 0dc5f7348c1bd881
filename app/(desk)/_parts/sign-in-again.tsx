"use client";

import { Alert, Button, Group, Modal, PasswordInput, Stack } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { askWith } from "#components/form/session-door.ts";
import { signInWith } from "#components/form/session-requests.ts";
import { useTranslator } from "#lib/i18n/client.tsx";

// A dialog takes the focus: opened between two keys, it would take the next words for a password.
const QUIET_MS = 1_200;

type Failure = "failed" | "wait" | "unavailable";

/**
 * Asks for the password again when the session is over, over the page as it stands: nothing typed is lost. Only of the
 * person who was signed in, since what is on the page is theirs.
 */
export function SignInAgain({ name, displayName }: { name: string; displayName: string }) {
  const t = useTranslator("entrance");
  const settle = useRef<((isBack: boolean) => void) | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(
    () =>
      askWith(() => {
        openWhenQuiet(() => setOpen(true));
        return new Promise((resolve) => {
          settle.current = resolve;
        });
      }),
    [],
  );

  function close(isBack: boolean): void {
    setOpen(false);
    setPassword("");
    setFailure(null);
    settle.current?.(isBack);
    settle.current = null;
  }

  async function submit(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await signInWith(name, password);
    setBusy(false);
    if (answer?.ok) return close(true);
    setFailure(answer ? (answer.error === "sign_in.wait" ? "wait" : "failed") : "unavailable");
  }

  return (
    <Modal
      opened={isOpen}
      onClose={() => close(false)}
      title={t("again.title")}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // The form behind the dialog is its parent on the page's tree, and is not meant.
          event.stopPropagation();
          void submit();
        }}
      >
        <Stack gap="md">
          <p>{t("again.text")}</p>
          {failure === null ? null : (
            <Alert role="alert" color="red" title={t(`signIn.${failure}.title`)}>
              {t(`signIn.${failure}.text`)}
            </Alert>
          )}
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
            <Button type="submit" loading={busy}>
              {t("again.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
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
